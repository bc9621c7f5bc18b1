using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

/// <summary>Sets whether this thread records for gradients; disposal restores what was before. Dispose on the thread that made it.</summary>
internal sealed unsafe class AutoGradMode : IDisposable
{
    private readonly bool _before;

    internal AutoGradMode(bool enabled)
    {
        _before = IsEnabled;
        Call.Check(tao_set_grad_enabled(enabled ? 1 : 0));
    }

    internal static bool IsEnabled
    {
        get
        {
            int yes;
            Call.Check(tao_grad_enabled(&yes));
            return yes != 0;
        }
    }

    public void Dispose() => Call.Check(tao_set_grad_enabled(_before ? 1 : 0));
}
