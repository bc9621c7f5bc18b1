using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Lays out the lists of one native optimiser step.</summary>
internal static unsafe class UpdateCall
{
    internal delegate int Update(NativeUpdateRequest* request);

    /// <summary>The states and penalties are null where the rule does not use them, else as long as the parameters.</summary>
    internal static void Run(nint[] parameters, nint[]? state0, nint[]? state1, nint[]? state2, (double[]? L1, double[]? L2) penalties, Update update)
    {
        int status;
        fixed (nint* values = parameters, s0 = state0, s1 = state1, s2 = state2)
        fixed (double* l1 = penalties.L1, l2 = penalties.L2)
        {
            var request = new NativeUpdateRequest
            {
                Parameters = values,
                Count = parameters.Length,
                State0 = s0,
                State1 = s1,
                State2 = s2,
                L1 = l1,
                L2 = l2,
            };
            status = update(&request);
        }
        Call.Check(status);
    }

    /// <summary>Zeros with a parameter's shape, type and memory order, owned by no scope.</summary>
    internal static Tensor NewState(Tensor parameter)
    {
        using (no_grad()) return zeros_like(parameter).DetachFromDisposeScope();
    }
}
