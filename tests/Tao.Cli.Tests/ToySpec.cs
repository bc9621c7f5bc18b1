using Tao.Specs;

namespace Tao.Cli.Tests;

/// <summary>A spec as small as a spec can be.</summary>
[SpecMessage("Toy", Doc = "A toy.")]
public sealed record ToySpec
{
    [SpecField("n_epochs", Doc = "Epochs.")]
    public int Epochs { get; init; } = 7;
}
