namespace TorchSharp;

/// <summary>Where a Fourier transform divides by the length.</summary>
public enum FFTNormType
{
    /// <summary>In the inverse.</summary>
    Backward = 0,

    /// <summary>In the transform.</summary>
    Forward = 1,

    /// <summary>By its root in both.</summary>
    Ortho = 2,
}
