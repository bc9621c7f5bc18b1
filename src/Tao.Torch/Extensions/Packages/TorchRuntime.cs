using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>The fallbacks of TaoNative=packages.</summary>
public static class TorchRuntime
{
    /// <summary>The version that the package reports.</summary>
    public static string LibraryVersion => __version__;

    /// <summary>The number of threads; the package has no report of its own.</summary>
    public static string ParallelInfo => FormattableString.Invariant($"threads: {get_num_threads()}");

    /// <summary>The package has no such switch; the allocator stays as it is.</summary>
    public static void KeepMemory()
    {
    }

    /// <summary>The package has no such switch.</summary>
    public static bool SetFlushDenormal(bool on) => false;

    /// <summary>The package has no such switch; asking for it is refused rather than ignored.</summary>
    public static void UseDeterministicAlgorithms(bool on)
    {
        if (on) throw new NotSupportedException("TaoNative=packages cannot force deterministic algorithms.");
    }
}
