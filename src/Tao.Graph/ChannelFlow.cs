namespace Tao.Graph;

/// <summary>How an op's output channels relate to its inputs' channels: all that channel pruning needs to know of it.</summary>
public enum ChannelFlow
{
    /// <summary>The op makes its own output channels from all input channels (convolution, linear).</summary>
    Produces,

    /// <summary>Output channel c depends on input channel c only (batch norm, activation, pooling, dropout).</summary>
    Follows,

    /// <summary>As <see cref="Follows"/>, with one filter per channel whose norm counts too (depthwise convolution).</summary>
    Filters,

    /// <summary>Element-wise over several inputs, so their channels stay or go together (add, multiply).</summary>
    Joins,

    /// <summary>The inputs' channels one after the other.</summary>
    Concatenates,

    /// <summary>Each input channel becomes a run of H·W features (flatten).</summary>
    Expands,

    /// <summary>Pruning cannot pass: producers above keep all channels.</summary>
    Blocks,
}
