using System.Text.Json.Serialization;

namespace Tao.Graph;

/// <summary>
/// An operation with its attributes: a sealed record per op under <c>Ops/</c>, whose type name is the op's one name in the
/// kernels (<c>Tao.Runtime/Kernels</c>), the ONNX lowerings (<c>Tao.Onnx/Lowerings</c>) and saved graphs.
/// </summary>
public abstract record OpDefinition
{
    [JsonIgnore]
    public string Name => GetType().Name;

    /// <summary>Number of inputs; −1 for one or more.</summary>
    [JsonIgnore]
    public virtual int Arity => 1;

    [JsonIgnore]
    public abstract ChannelFlow ChannelFlow { get; }

    [JsonIgnore]
    public abstract QuantizationPolicy Quantization { get; }

    /// <summary>The output's type. Throws <see cref="GraphException"/> when the inputs do not fit.</summary>
    public abstract TensorType InferType(IReadOnlyList<TensorType> inputs);

    /// <summary>The parameters the op owns, given its inputs' types.</summary>
    public virtual IReadOnlyList<ParameterSpec> Parameters(IReadOnlyList<TensorType> inputs) => [];

    /// <summary>The op with another number of output channels; only ops that <see cref="ChannelFlow.Produces"/> channels have one.</summary>
    public virtual OpDefinition WithOutputChannels(int channels) => this;

    internal bool Accepts(int inputCount) => Arity >= 0 ? inputCount == Arity : inputCount > 0;

    internal string ArityText => Arity >= 0 ? FormattableString.Invariant($"{Arity}") : "one or more";

    /// <summary>Multiply-adds for one sample; counts kernels only, as published tables do.</summary>
    public virtual long MultiplyAdds(IReadOnlyList<TensorType> inputs) => 0;
}
