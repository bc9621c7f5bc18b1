namespace Tao.Engine.Cache;

/// <summary>
/// Holds bytes by address: <c>ac/HASH</c> for a stage's record, <c>cas/SHA256</c> for a file's content. What goes wrong with the store itself is
/// an <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>, what it has not is false.
/// </summary>
internal interface ICacheStore : IDisposable
{
    /// <summary>As users are told it: without a password.</summary>
    string Name { get; }

    Task<bool> ContainsAsync(string address, CancellationToken cancellation);

    /// <summary>Copies to <paramref name="target"/>.</summary>
    Task<bool> ReadAsync(string address, Stream target, CancellationToken cancellation);

    /// <param name="source">A stream that can seek, from its beginning. It stays open.</param>
    Task WriteAsync(string address, Stream source, CancellationToken cancellation);

    /// <summary>Removes what was found to be wrong, where that is ours to do: others also use a remote store.</summary>
    void RemoveDamaged(string address)
    {
    }

    /// <summary>Keeps what is there from being collected until the lease is disposed. Null where nothing is collected by us.</summary>
    Task<IDisposable?> LeaseAsync(CancellationToken cancellation) => Task.FromResult<IDisposable?>(null);
}
