namespace Tao.Data.Randomness;

/// <summary>What a stream of random numbers is for; streams of different purposes never overlap. The values are part of the results: do not renumber.</summary>
public enum RandomPurpose
{
    Shuffle = 1,
    Augmentation = 2,
    Mixup = 3,
}
