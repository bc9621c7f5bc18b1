using System.Text;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>The library behind the API and its global switches.</summary>
public static unsafe class TorchRuntime
{
    /// <summary>The version of libtorch that the native library was compiled against.</summary>
    public static string LibraryVersion => __version__;

    /// <summary>libtorch's own report of threads and math libraries.</summary>
    public static string ParallelInfo
    {
        get
        {
            nint result;
            using var text = Call.Wrap(tao_parallel_info(&result), result);
            return Encoding.UTF8.GetString(text.bytes);
        }
    }

    /// <summary>
    /// Keeps freed memory of the host in the process, so that the next training step finds it warm: for a process whose work is training.
    /// Takes effect with glibc; elsewhere nothing changes.
    /// </summary>
    public static void KeepMemory() => Call.Check(tao_keep_memory());

    /// <summary>Treats numbers below the normal range as 0, which some CPUs handle far faster. False when the CPU cannot. For this thread and those made later.</summary>
    public static bool SetFlushDenormal(bool on)
    {
        int supported;
        Call.Check(tao_set_flush_denormal(on ? 1 : 0, &supported));
        return supported != 0;
    }

    /// <summary>Makes libtorch use only deterministic algorithms and refuse operations that have none.</summary>
    public static void UseDeterministicAlgorithms(bool on) => Call.Check(tao_set_deterministic(on ? 1 : 0, 0));
}
