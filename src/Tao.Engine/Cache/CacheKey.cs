using System.Collections.Immutable;
using Tao.Engine.Fingerprints;
using Tao.Engine.Stages;

namespace Tao.Engine.Cache;

/// <summary>
/// Under what a stage's result is kept: what went into its fingerprint, and besides what a fingerprint leaves out because one working copy never
/// changes it, the processor and the engine's build.
/// </summary>
/// <param name="Fingerprint">The stage's fingerprint.</param>
/// <param name="Platform">What computes here; see <see cref="CachePlatform"/>.</param>
/// <param name="Exact">Address of a result that this platform made.</param>
/// <param name="AnyDevice">Address of a result that any device made.</param>
public sealed record CacheKey(string Fingerprint, string Platform, string Exact, string AnyDevice)
{
    private const string Device = "device";

    public static CacheKey Of(StageRequest request, ImmutableSortedDictionary<string, string> inputs)
    {
        string platform = CachePlatform.Of(request.Device);
        return new CacheKey(FingerprintBuilder.Hash(inputs), platform, ExactAddress(inputs, platform), AnyDeviceAddress(inputs));
    }

    internal static string ExactAddress(ImmutableSortedDictionary<string, string> inputs, string platform) =>
        FingerprintBuilder.Hash(WithBuild(inputs).SetItem("cache.platform", platform));

    internal static string AnyDeviceAddress(ImmutableSortedDictionary<string, string> inputs) => FingerprintBuilder.Hash(WithBuild(inputs).Remove(Device));

    private static ImmutableSortedDictionary<string, string> WithBuild(ImmutableSortedDictionary<string, string> inputs) =>
        inputs.SetItem("cache.engine", EngineBuild.Id);
}
