namespace TorchSharp;

/// <summary>Padding of a convolution by name.</summary>
public enum Padding
{
    /// <summary>None.</summary>
    Valid = 0,

    /// <summary>So much that the output is as large as the input (stride 1).</summary>
    Same = 1,
}
