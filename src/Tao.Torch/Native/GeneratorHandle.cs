using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Owns one <c>at::Generator</c>.</summary>
internal sealed class GeneratorHandle : SafeHandle
{
    internal GeneratorHandle(nint value)
        : base(0, ownsHandle: true) => SetHandle(value);

    public override bool IsInvalid => handle == 0;

    internal nint Value => IsClosed ? throw new ObjectDisposedException(nameof(torch.Generator)) : handle;

    protected override bool ReleaseHandle()
    {
        NativeMethods.tao_generator_release(handle);
        return true;
    }
}
