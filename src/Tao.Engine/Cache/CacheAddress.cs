namespace Tao.Engine.Cache;

/// <summary>Addresses in a store, as bazel-remote's HTTP protocol spells them.</summary>
internal static class CacheAddress
{
    public const string Records = "ac";
    public const string Blobs = "cas";

    public static string OfRecord(string key) => $"{Records}/{key}";

    public static string OfBlob(string sha256) => $"{Blobs}/{sha256}";
}
