using System.Collections.Immutable;

namespace Tao.Specs.Common;

[SpecMessage("WandBConfig", Doc = "Weights & Biases settings; accepted so that specs load.")]
public sealed record WandBConfig
{
    [SpecField("enabled", Number = 1)]
    public bool Enabled { get; init; }

    [SpecField("key", Number = 2)]
    public string Key { get; init; } = "";

    [SpecField("project", Number = 3, Doc = "Project name.")]
    public string Project { get; init; } = "";

    [SpecField("entity", Number = 4, Doc = "Team or user.")]
    public string Entity { get; init; } = "";

    [SpecField("reinit", Number = 5, Doc = "Allow a second initialisation.")]
    public bool Reinit { get; init; }

    [SpecField("name", Number = 6, Doc = "Run name.")]
    public string Name { get; init; } = "";

    [SpecField("tags", Number = 7, Doc = "Run tags.")]
    public ImmutableArray<string> Tags { get; init; } = [];

    [SpecField("wandb_dir", Number = 8, Doc = "Local folder.", Path = true)]
    public string WandbDir { get; init; } = "";

    [SpecField("notes", Number = 9, Doc = "Free text.")]
    public string Notes { get; init; } = "";

    [SpecField("mode", Number = 10)]
    public WandBMode Mode { get; init; }
}
