using System.Collections.Immutable;
using Tao.Specs;

namespace Tao.Networks.Backbones;

[SpecMessage("Activation", Doc = "Activation of the backbone's layers.")]
public sealed record ActivationConfig
{
    [SpecField("activation_type", Number = 1, Required = true, Values = ["relu", "relu6", "leaky_relu", "swish", "mish", "sigmoid", "tanh"], Doc = "Name of the activation.")]
    public string ActivationType { get; init; } = "";

    [SpecField("activation_parameters", Number = 2, Ignored = "TAO's classifier does not read it either.", Doc = "Further numbers by name.")]
    public ImmutableSortedDictionary<string, float> ActivationParameters { get; init; } = ImmutableSortedDictionary.Create<string, float>(StringComparer.Ordinal);
}
