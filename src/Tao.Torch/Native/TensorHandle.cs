using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Owns one <c>at::Tensor</c>. The counts are of live handles in this process.</summary>
internal sealed class TensorHandle : SafeHandle
{
    private static long _alive;
    private static long _peak;

    internal TensorHandle(nint value)
        : base(0, ownsHandle: true)
    {
        SetHandle(value);
        var alive = Interlocked.Increment(ref _alive);
        var peak = Volatile.Read(ref _peak);
        while (alive > peak)
        {
            var seen = Interlocked.CompareExchange(ref _peak, alive, peak);
            if (seen == peak) break;
            peak = seen;
        }
    }

    internal static long Alive => Volatile.Read(ref _alive);

    internal static long Peak => Volatile.Read(ref _peak);

    public override bool IsInvalid => handle == 0;

    internal nint Value => handle;

    protected override bool ReleaseHandle()
    {
        NativeMethods.tao_release(handle);
        Interlocked.Decrement(ref _alive);
        return true;
    }
}
