namespace TorchSharp;

/// <summary>What lies beyond the border.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The input mirrored at its edge elements.</summary>
    Reflect = 1,

    /// <summary>The edge elements.</summary>
    Replicate = 2,

    /// <summary>The opposite side.</summary>
    Circular = 3,

    /// <summary>One value.</summary>
    Constant = 4,
}
