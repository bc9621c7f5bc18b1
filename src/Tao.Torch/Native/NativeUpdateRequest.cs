using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>The parameters of one optimiser step (struct Request of optimizers.cpp); null arrays are states or penalties that are not used.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeUpdateRequest
{
    internal nint* Parameters;
    internal int Count;
    internal nint* State0;
    internal nint* State1;
    internal nint* State2;
    internal double* L1;
    internal double* L2;
}
