using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Native;

/// <summary>Keeps a handle alive for the length of a native call.</summary>
internal ref struct HandleLease
{
    private readonly SafeHandle _owner;
    private bool _held;

    internal HandleLease(SafeHandle owner)
    {
        _owner = owner;
        owner.DangerousAddRef(ref _held);
    }

    internal readonly nint Value => _owner.DangerousGetHandle();

    public void Dispose()
    {
        if (_held)
            _owner.DangerousRelease();
        _held = false;
    }
}
