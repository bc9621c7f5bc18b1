namespace Tao.Networks.Blocks.Detection;

/// <summary>The fields of a spec that describe anchors, as it has them: most are lists in Python's notation.</summary>
/// <param name="Maps">How many feature maps have anchors.</param>
/// <param name="Octaves">How many sizes each anchor has: 2^(k/Octaves) of its own.</param>
internal sealed record AnchorLists(int Maps, int Octaves)
{
    public required string AspectRatios { get; init; }

    public required string AspectRatiosGlobal { get; init; }

    public required string Scales { get; init; }

    public required float MinScale { get; init; }

    public required float MaxScale { get; init; }

    public required bool TwoBoxesForAr1 { get; init; }

    public required string Steps { get; init; }

    public required bool ClipBoxes { get; init; }

    public required string Variances { get; init; }

    public required string Offsets { get; init; }
}
