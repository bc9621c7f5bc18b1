using System.Runtime.ExceptionServices;

namespace Tao.Data.Loading;

/// <summary>A batch on its way: workers fill its samples in any order, the last one finishes it.</summary>
internal sealed class PendingBatch(ImageBatch batch, BatchRecipe recipe)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Exception?[] _failures = new Exception?[batch.Count];
    private int _left = batch.Count;

    public int Count => batch.Count;

    public void Fill(int position, SampleReader reader)
    {
        try
        {
            var index = batch.Indices[position];
            batch.Boxes[position] = reader.Read(index, recipe.SampleRandom(batch.Epoch, index), batch.Pixels.AsSpan(position * batch.SampleLength, batch.SampleLength));
        }
        catch (Exception e)
        {
            // Kept for the consumer's thread: see Wait.
            _failures[position] = e;
        }
        if (Interlocked.Decrement(ref _left) == 0)
            Finish();
    }

    /// <summary>Waits for the batch; a failure is that of the first sample, whichever thread came upon it first.</summary>
    public ImageBatch Wait(CancellationToken cancellationToken)
    {
        _done.Task.Wait(cancellationToken);
        if (Array.Find(_failures, failure => failure is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
        return batch;
    }

    private void Finish()
    {
        try
        {
            if (Array.TrueForAll(_failures, failure => failure is null))
                recipe.Finish(batch);
        }
        catch (Exception e)
        {
            _failures[0] = e;
        }
        _done.SetResult();
    }
}
