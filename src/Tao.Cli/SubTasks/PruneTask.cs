using System.Collections.Immutable;
using Tao.Cli.Parsing;
using Tao.Engine.Stages;

namespace Tao.Cli.SubTasks;

internal sealed class PruneTask : SubTask
{
    private static readonly Flag _normalizer = new("--normalizer", FlagKind.Text, "How a layer's filter norms are scaled.") { Aliases = ["-n"], Default = "max", Values = ["max", "L2"], ValueName = "NAME" };

    private static readonly Flag _equalization = new("--equalization_criterion", FlagKind.Text, "How layers that are added together agree on their filters.")
    {
        Aliases = ["-eq"],
        Default = "union",
        Values = ["union", "intersection", "arithmetic_mean", "geometric_mean"],
        ValueName = "NAME",
    };

    private static readonly Flag _granularity = new("--pruning_granularity", FlagKind.Integer, "Filters are kept in multiples of this.") { Aliases = ["-pg"], Default = "8", ValueName = "N" };
    private static readonly Flag _threshold = new("--pruning_threshold", FlagKind.Number, "Filters with a smaller scaled norm go.") { Aliases = ["-pth"], Default = "0.1", ValueName = "X" };
    private static readonly Flag _ratio = new("--keep_ratio", FlagKind.Number, "Share of each layer's filters that stays, in place of the threshold.") { ValueName = "X" };
    private static readonly Flag _minimum = new("--min_num_filters", FlagKind.Integer, "Filters that every layer keeps.") { Aliases = ["-nf"], Default = "16", ValueName = "N" };
    private static readonly Flag _excluded = new("--excluded_layers", FlagKind.List, "Layers to leave alone.") { Aliases = ["-el"], ValueName = "NAME" };

    public override string Name => "prune";

    public override string Summary => "Removes a model's weakest filters; train it again afterwards.";

    public override ImmutableArray<Flag> Flags { get; } =
    [
        ModelFlags.Model,
        ModelFlags.Output with { Required = true, Description = "The pruned model; .tlt is added when it has no extension." },
        CommonFlags.ResultsFolder,
        _normalizer,
        _equalization,
        _granularity,
        _threshold,
        _ratio,
        _minimum,
        _excluded,
        CommonFlags.Key,
        CommonFlags.NoEffect("--experiment_spec", FlagKind.Text, "the model file holds its own network.", "-e"),
        CommonFlags.Verbose,
    ];

    public override ImmutableArray<PlannedStage> Plan(SubTaskInput input)
    {
        var model = input.ExistingFile(ModelFlags.Model);
        var target = ModelFlags.WithExtension(input.Flags.Text(ModelFlags.Output)!, ".tlt");
        ModelFlags.WarnOfForeignExtension(target, input.Bag);
        var request = input.Request(StageKind.Prune, null, input.Flags.Text(CommonFlags.ResultsFolder) ?? ResultsFolder.Beside(target)) with
        {
            Inputs = StageInputs.Of(("model", model)),
            Options = input.Flags.Options(_normalizer, _equalization, _granularity, _threshold, _ratio, _minimum, _excluded),
        };
        return [new PlannedStage(request) { Deliveries = [new Delivery("model", input.Context.FullPath(target))] }];
    }
}
