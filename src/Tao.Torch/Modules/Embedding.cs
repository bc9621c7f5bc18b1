using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Rows of a table by number.</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long _paddingIndex;

    internal Embedding(long rows, long columns, long? paddingIndex, Device? device, ScalarType? dtype)
        : base(nameof(Embedding))
    {
        _paddingIndex = paddingIndex ?? -1;
        weight = new Parameter(empty([rows, columns], dtype, device));
        nn.init.normal_(weight);
        if (paddingIndex is { } index)
        {
            using var grad = no_grad();
            using var row = weight.select(0, index);
            row.zero_();
        }
        register_parameter(nameof(weight), weight);
    }

    /// <summary>[rows, columns].</summary>
    public Parameter weight { get; }

    /// <inheritdoc/>
    public override unsafe Tensor forward(Tensor input)
    {
        nint result;
        var status = tao_embedding(weight.Raw, input.Raw, _paddingIndex, 0, 0, &result);
        GC.KeepAlive(input);
        return Call.Wrap(status, result);
    }
}
