using Tao.Runtime.Schedules;

namespace Tao.Engine.Training;

/// <summary>How long and how fast: epochs, learning rate, and the seed that every step derives its own from.</summary>
internal sealed record TrainingSchedule(int Epochs, LearningRateSchedule LearningRate, ulong Seed)
{
    public long TotalSteps(int stepsPerEpoch) => Math.Max(1, (long)Epochs * stepsPerEpoch);

    /// <summary>Mixes seed and step (the finaliser of SplitMix64, Steele et al. 2014) into a non-negative 63-bit seed.</summary>
    public long StepSeed(long step)
    {
        ulong z = Seed + (0x9E3779B97F4A7C15UL * (ulong)(step + 1));
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return (long)((z ^ (z >> 31)) >> 1);
    }
}
