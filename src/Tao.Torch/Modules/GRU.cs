using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gated recurrent unit (Cho et al. 2014) over [T, N, C], or [N, T, C] with the batch first.</summary>
public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private const long Gates = 3;
    private readonly Recurrent _core;

    internal GRU(RecurrentShape shape, Device? device, ScalarType? dtype)
        : base(nameof(GRU))
        => _core = new Recurrent(this, shape, Gates, device, dtype);

    /// <summary>Outputs of the last layer and the last hidden states; the first state is zeros by default.</summary>
    public override unsafe (Tensor, Tensor) forward(Tensor input1, Tensor? input2 = null)
    {
        using var zero = input2 is null ? _core.InitialState(input1) : null;
        var state = input2 ?? zero!;
        var shape = _core.Shape;
        var weights = _core.Raw();
        nint output, hidden;
        int status;
        fixed (nint* handles = weights)
        {
            status = tao_gru(
                input1.Raw, state.Raw, handles, weights.Length, shape.Bias ? 1 : 0, shape.Layers, shape.Dropout, training ? 1 : 0,
                shape.Bidirectional ? 1 : 0, shape.BatchFirst ? 1 : 0, &output, &hidden);
        }
        GC.KeepAlive(input1);
        GC.KeepAlive(state);
        GC.KeepAlive(this);
        return Call.Wrap(status, output, hidden);
    }

    /// <summary>Runs it.</summary>
    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => forward(input, h0);
}
