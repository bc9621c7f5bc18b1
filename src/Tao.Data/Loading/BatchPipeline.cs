using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Tao.Data.Loading;

/// <summary>
/// Threads that fill batches ahead of one consumer. The consumer itself admits a new batch whenever it takes one, so no more than
/// the given number exist, and the order is that of the plan.
/// </summary>
internal sealed class BatchPipeline : IDisposable
{
    private readonly IEnumerator<PendingBatch> _plan;
    private readonly Queue<PendingBatch> _ahead = new();
    private readonly BlockingCollection<(PendingBatch Batch, int Position)> _work = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task[] _workers;

    public BatchPipeline(IEnumerable<PendingBatch> plan, Func<SampleReader> makeReader, int workers, int batchesAhead)
    {
        _plan = plan.GetEnumerator();
        while (_ahead.Count < batchesAhead && Admit())
        {
        }
        // The readers are made here, where a failure reaches the caller; in a worker it would leave the consumer waiting.
        var readers = Enumerable.Range(0, workers).Select(_ => makeReader()).ToArray();
        _workers = [.. readers.Select(reader => Task.Factory.StartNew(
            () => Work(reader), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
    }

    /// <summary>The next batch in order, or false at the end of the plan.</summary>
    public bool TryTake(CancellationToken cancellationToken, [NotNullWhen(true)] out ImageBatch? batch)
    {
        batch = null;
        cancellationToken.ThrowIfCancellationRequested();
        if (!_ahead.TryDequeue(out var pending))
            return false;
        batch = pending.Wait(cancellationToken);
        Admit();
        return true;
    }

    public void Dispose()
    {
        _stop.Cancel();
        Task.WaitAll(_workers);
        _plan.Dispose();
        _work.Dispose();
        _stop.Dispose();
    }

    private bool Admit()
    {
        if (!_plan.MoveNext())
            return false;
        var pending = _plan.Current;
        _ahead.Enqueue(pending);
        for (var i = 0; i < pending.Count; i++)
            _work.Add((pending, i));
        return true;
    }

    private void Work(SampleReader reader)
    {
        try
        {
            foreach (var (batch, position) in _work.GetConsumingEnumerable(_stop.Token))
                batch.Fill(position, reader);
        }
        catch (OperationCanceledException)
        {
            // Dispose asked for it; the batches under way are abandoned.
        }
    }
}
