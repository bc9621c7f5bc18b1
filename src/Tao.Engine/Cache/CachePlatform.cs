using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Tao.Engine.Cache;

/// <summary>
/// The kind of processor on which the same inputs give the same bits: of a CPU its architecture and widest vector instructions, by which libtorch
/// chooses its kernels; of a GPU its model.
/// </summary>
internal static class CachePlatform
{
    private const string DriverFolder = "/proc/driver/nvidia/gpus";
    private const string ModelLine = "Model:";

    /// <summary>For example <c>cpu x64 avx2</c> or <c>cuda NVIDIA H100 80GB HBM3</c>.</summary>
    public static string Of(string device) => device.StartsWith("cuda", StringComparison.Ordinal)
        ? $"cuda {string.Join(", ", GpuModels())}".TrimEnd()
        : $"cpu {RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()} {Vectors()}".TrimEnd();

    private static string Vectors() => Avx512F.IsSupported ? "avx512" : Avx2.IsSupported ? "avx2" : "";

    /// <summary>As the driver tells them without being loaded; none on Windows, where all GPUs count as one kind.</summary>
    private static IEnumerable<string> GpuModels() => Directory.Exists(DriverFolder)
        ? Directory.EnumerateFiles(DriverFolder, "information", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith(ModelLine, StringComparison.Ordinal))
            .Select(line => line[ModelLine.Length..].Trim())
            .Distinct()
            .Order(StringComparer.Ordinal)
        : [];
}
