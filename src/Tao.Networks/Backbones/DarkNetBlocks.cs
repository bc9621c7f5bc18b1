using System.Collections.Immutable;

namespace Tao.Networks.Backbones;

/// <summary>What DarkNet and its cross-stage partial form have in common.</summary>
internal static class DarkNetBlocks
{
    public const int LastBlock = 5;

    public static readonly ImmutableArray<int> Depths = [19, 53];

    /// <summary>DarkNet-53: residuals of each block.</summary>
    public static readonly ImmutableArray<int> Residuals = [1, 2, 8, 8, 4];

    /// <summary>DarkNet-19: convolutions of each block.</summary>
    private static readonly ImmutableArray<int> _convolutions = [1, 3, 3, 5, 5];

    public static int Width(int block) => 32 << block;

    /// <summary>DarkNet-19's convolutions <c>bK_conv1</c> and so on: 3×3 to the width and 1×1 to half of it, in turn.</summary>
    public static string AppendChain(BackboneWriter writer, string input, int block, int width, string activation)
    {
        var x = input;
        for (var i = 1; i <= _convolutions[block - 1]; i++)
            x = writer.Layer(FormattableString.Invariant($"b{block}_conv{i}"), x, i % 2 == 1 ? (width, 3, 1) : (width / 2, 1, 1), block, activation);
        return x;
    }
}
