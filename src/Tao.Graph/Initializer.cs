namespace Tao.Graph;

/// <summary>How a parameter starts when no trained value is given.</summary>
/// <param name="Value">The constant, or the standard deviation of <see cref="InitializerKind.Normal"/>.</param>
public sealed record Initializer(InitializerKind Kind, float Value = 0)
{
    public static Initializer Zeros { get; } = new(InitializerKind.Constant);

    public static Initializer Ones { get; } = new(InitializerKind.Constant, 1);

    /// <summary>Uniform in ±sqrt(6 / (fan_in + fan_out)) (Glorot and Bengio 2010, eq. 16); the default of Keras and so of TAO.</summary>
    public static Initializer GlorotUniform { get; } = new(InitializerKind.GlorotUniform);

    /// <summary>Normal with variance 2 / fan_in, cut at two deviations (He et al. 2015, eq. 10); Keras' <c>he_normal</c>.</summary>
    public static Initializer HeNormal { get; } = new(InitializerKind.HeNormal);

    /// <summary>Normal around 0.</summary>
    /// <param name="deviation">Standard deviation.</param>
    public static Initializer Normal(float deviation) => new(InitializerKind.Normal, deviation);
}

public enum InitializerKind
{
    Constant,
    GlorotUniform,
    HeNormal,
    Normal,
}
