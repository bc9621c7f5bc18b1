namespace Tao.Runtime.Optimization;

/// <summary>Which optimiser, with Keras' meaning of every setting. The schedule gives the learning rate.</summary>
/// <param name="Decay">Keras' time decay: the rate is divided by 1 + decay · steps done.</param>
public abstract record OptimizerSettings(double Decay)
{
    /// <summary>The most that a parameter's gradient, penalty included, may measure; longer ones are scaled to it (Keras' <c>clipnorm</c>).</summary>
    public double? ClipNorm { get; init; }
}

public sealed record SgdSettings(double Momentum = 0, bool Nesterov = false, double Decay = 0) : OptimizerSettings(Decay);

public sealed record AdamSettings(double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-7, bool AmsGrad = false, double Decay = 0)
    : OptimizerSettings(Decay);

public sealed record RmsPropSettings(double Rho = 0.9, double Momentum = 0, double Epsilon = 1e-7, bool Centered = false, double Decay = 0)
    : OptimizerSettings(Decay);
