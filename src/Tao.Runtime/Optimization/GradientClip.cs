using TorchSharp;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Tao.Runtime.Optimization;

/// <summary>
/// Scales every gradient that is longer than a bound, as Keras' <c>clipnorm</c> does: the penalty counts, whose gradient the optimiser adds later,
/// so it is taken off again.
/// </summary>
internal sealed class GradientClip(double bound, IReadOnlyList<PenalizedParameter> parameters)
{
    public void Apply()
    {
        using var noGrad = no_grad();
        foreach (var parameter in parameters)
        {
            using var scope = NewDisposeScope();
            if (parameter.Value.grad is not { } gradient)
                continue;
            var penalty = (parameter.Value.sign() * parameter.L1) + (parameter.Value * (2 * parameter.L2));
            var total = gradient + penalty;
            // Stays on the device: no wait for each parameter.
            var factor = (bound / total.square().sum().sqrt()).clamp_max(1);
            gradient.copy_((total * factor) - penalty);
        }
    }
}
