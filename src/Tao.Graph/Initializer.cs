namespace Tao.Graph;

/// <summary>How a parameter starts when no trained value is given.</summary>
/// <param name="Value">The constant, for <see cref="InitializerKind.Constant"/>.</param>
public sealed record Initializer(InitializerKind Kind, float Value = 0)
{
    public static Initializer Zeros { get; } = new(InitializerKind.Constant);

    public static Initializer Ones { get; } = new(InitializerKind.Constant, 1);

    /// <summary>Uniform in ±sqrt(6 / (fan_in + fan_out)) (Glorot and Bengio 2010, eq. 16); the default of Keras and so of TAO.</summary>
    public static Initializer GlorotUniform { get; } = new(InitializerKind.GlorotUniform);
}

public enum InitializerKind
{
    Constant,
    GlorotUniform,
}
