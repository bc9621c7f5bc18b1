using System.Runtime.Intrinsics.X86;

namespace Tao.Benchmarks;

/// <summary>What decides the gain of 8-bit arithmetic: with VNNI a core does four times, without it twice the multiplications of float.</summary>
internal static class CpuFeatures
{
    public static string Describe()
    {
        string[] found =
        [
            .. Avx2.IsSupported ? ["AVX2"] : Array.Empty<string>(),
            .. Avx512F.IsSupported ? ["AVX-512"] : Array.Empty<string>(),
            .. AvxVnni.IsSupported || Avx512Vnni() ? ["VNNI"] : new[] { "no VNNI" },
        ];
        return string.Join(", ", found);
    }

    /// <summary>CPUID leaf 7, ECX bit 11 (Intel SDM, volume 2, CPUID).</summary>
    private static bool Avx512Vnni() => X86Base.IsSupported && (X86Base.CpuId(7, 0).Ecx & (1 << 11)) != 0 && Avx512F.IsSupported;
}
