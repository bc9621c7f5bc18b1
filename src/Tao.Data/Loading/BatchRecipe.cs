using Tao.Data.Classification;
using Tao.Data.Randomness;

namespace Tao.Data.Loading;

/// <summary>What is done to samples and batches.</summary>
internal sealed record BatchRecipe(ImagePreprocessing Preprocessing, TrainingAugmentation? Augmentation, ulong Seed)
{
    public CounterRandom SampleRandom(int epoch, int index) => new(Seed, RandomPurpose.Augmentation, epoch, index);

    /// <summary>Writes the targets, and mixes pixels and targets when asked; called once all samples are there.</summary>
    public void Finish(ImageBatch batch)
    {
        SoftTargets.Write(batch.Labels, batch.ClassCounts.AsSpan(), Augmentation?.LabelSmoothing ?? 0, batch.Targets);
        if (Augmentation is not { MixupAlpha: > 0 })
            return;
        var lambdas = batch.Indices.Select(index => Lambda(batch.Epoch, index)).ToArray();
        Mixup.Apply(batch.Pixels, lambdas);
        Mixup.Apply(batch.Targets, lambdas);
    }

    // max(lambda, 1 - lambda): each sample stays the larger part of its own mix, as in TAO.
    private float Lambda(int epoch, int index)
    {
        var lambda = new CounterRandom(Seed, RandomPurpose.Mixup, epoch, index).Beta(Augmentation!.MixupAlpha, Augmentation.MixupAlpha);
        return (float)Math.Max(lambda, 1 - lambda);
    }
}
