using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Long short-term memory (Hochreiter and Schmidhuber 1997) over [T, N, C], or [N, T, C] with the batch first.</summary>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private const long Gates = 4;
    private readonly Recurrent _core;

    internal LSTM(RecurrentShape shape, Device? device, ScalarType? dtype)
        : base(nameof(LSTM))
        => _core = new Recurrent(this, shape, Gates, device, dtype);

    /// <summary>Outputs of the last layer, and the last hidden and cell states; the first states are zeros by default.</summary>
    public override unsafe (Tensor, Tensor, Tensor) forward(Tensor input1, (Tensor, Tensor)? input2 = null)
    {
        using var zero = input2 is null ? _core.InitialState(input1) : null;
        var (hidden, cell) = input2 ?? (zero!, zero!);
        var shape = _core.Shape;
        var weights = _core.Raw();
        var states = stackalloc nint[] { hidden.Raw, cell.Raw };
        nint output, lastHidden, lastCell;
        int status;
        fixed (nint* handles = weights)
        {
            status = tao_lstm(
                input1.Raw, states, handles, weights.Length, shape.Bias ? 1 : 0, shape.Layers, shape.Dropout, training ? 1 : 0,
                shape.Bidirectional ? 1 : 0, shape.BatchFirst ? 1 : 0, &output, &lastHidden, &lastCell);
        }
        GC.KeepAlive(input1);
        GC.KeepAlive(hidden);
        GC.KeepAlive(cell);
        GC.KeepAlive(this);
        Call.Check(status);
        return (new Tensor(output), new Tensor(lastHidden), new Tensor(lastCell));
    }

    /// <summary>Runs it.</summary>
    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => forward(input, h0_c0);
}
