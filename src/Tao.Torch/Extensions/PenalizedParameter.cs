using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>A parameter to update, and the factors of the penalty l1 * sum|w| + l2 * sum w^2 on it (Keras regularizers.l1 and l2: no factor 1/2).</summary>
public sealed record PenalizedParameter(string Name, Tensor Value, double L1 = 0, double L2 = 0);
