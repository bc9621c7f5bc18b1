using System.Collections.Immutable;

namespace Tao.Engine.Cache;

/// <summary>The leases of all stores, given back together.</summary>
internal sealed class CacheLeases(ImmutableArray<IDisposable> leases) : IDisposable
{
    public void Dispose()
    {
        foreach (var lease in leases)
            lease.Dispose();
    }
}
