using System.Globalization;
using Tao.Engine.Events;
using Tao.Specs;

namespace Tao.Engine.Cache;

/// <summary>
/// A store that cannot fail a build: it must answer, and go on with what it began, within the time limit. When it does not, or has any other
/// trouble, one warning says so and it is left alone from then on.
/// </summary>
internal sealed class GuardedStore(ICacheStore store, TimeSpan timeout, IEventSink events) : IDisposable
{
    private readonly HashSet<string> _damaged = new(StringComparer.Ordinal);
    private bool _leftAlone;

    public string Name => store.Name;

    /// <summary>What was found to be wrong does not count, so that it is written again.</summary>
    public bool Contains(string address, CancellationToken cancellation) => !_damaged.Contains(address) && Try(watch => store.ContainsAsync(address, watch.Token), cancellation);

    /// <summary>False when the store has nothing there, or has trouble; the target may then hold a part.</summary>
    /// <exception cref="WrongContentException">There are more than <paramref name="limit"/> bytes.</exception>
    public bool Read(string address, Stream target, long limit, CancellationToken cancellation) => Try(
        watch => store.ReadAsync(address, new TransferStream(target, () => watch.CancelAfter(timeout), limit), watch.Token), cancellation);

    public bool Write(string address, Stream source, CancellationToken cancellation) => Try(
        async watch =>
        {
            await store.WriteAsync(address, new TransferStream(source, () => watch.CancelAfter(timeout)), watch.Token);
            return true;
        },
        cancellation);

    public IDisposable? Lease(CancellationToken cancellation) => Try(watch => store.LeaseAsync(watch.Token), cancellation);

    public void ReportDamaged(string address, string what)
    {
        _damaged.Add(address);
        Warn(EngineCodes.CacheDamaged, $"The cache {Name} gives {what} for {address}; it is not used.", "Nothing needs to be done: what is stored next replaces it.");
        Try(
            _ =>
            {
                store.RemoveDamaged(address);
                return Task.FromResult(true);
            },
            CancellationToken.None);
    }

    public void Dispose() => store.Dispose();

    private T? Try<T>(Func<CancellationTokenSource, Task<T>> work, CancellationToken cancellation)
    {
        if (_leftAlone)
            return default;
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        watch.CancelAfter(timeout);
        try
        {
            // The wait ends even where a library does not listen to its token.
            return Task.Run(() => work(watch), watch.Token).WaitAsync(watch.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            LeaveAlone(string.Create(CultureInfo.InvariantCulture, $"it did not answer within {timeout.TotalSeconds:0.##} s"));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            LeaveAlone(trouble.Message.ReplaceLineEndings(" "));
        }
        return default;
    }

    private void LeaveAlone(string reason)
    {
        _leftAlone = true;
        Warn(EngineCodes.CacheUnavailable, $"The cache {Name} is not used: {reason.TrimEnd('.')}.", "Correct TaoCache (TAO_CACHE), or set it to 'off'; the stage goes on without it.");
    }

    private void Warn(string code, string message, string remedy) =>
        events.Publish(DiagnosticEvent.From(new Diagnostic(code, DiagnosticSeverity.Warning, message, remedy, null)));
}
