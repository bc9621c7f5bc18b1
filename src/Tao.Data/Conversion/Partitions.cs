using System.Collections.Immutable;
using System.Text.Json;
using Tao.Data.Loading;

namespace Tao.Data.Conversion;

/// <summary>TAO's two ways of dividing a dataset into folds.</summary>
public static class Partitions
{
    // The converter's own seed; it does not follow the project's, so that records do not change with it.
    private const ulong Seed = 42;

    /// <summary>
    /// <c>random</c>: of the names in ordinal order the first part, in percent and rounded down, is fold 0, for validation; the rest fold 1. Each is
    /// then shuffled, always in the same way (though not with Python's generator, which TAO uses).
    /// </summary>
    /// <param name="validationPercent">0 to 100.</param>
    public static ImmutableArray<ImmutableArray<T>> Random<T>(IEnumerable<T> items, Func<T, string> name, double validationPercent)
    {
        var ordered = items.OrderBy(name, StringComparer.Ordinal).ToList();
        var count = (int)(validationPercent / 100 * ordered.Count);
        return [Shuffled(ordered[..count], 0), Shuffled(ordered[count..], 1)];
    }

    /// <summary>
    /// <c>sequence</c>: the frames of one video stay together. The sequences, longest first and then by name, are dealt to the folds in turn; the folds
    /// are then turned round, as TAO has them.
    /// </summary>
    /// <param name="frames">Sequence → the names of its frames; a name that has no item is passed over.</param>
    public static ImmutableArray<ImmutableArray<T>> Sequences<T>(IEnumerable<T> items, Func<T, string> name, IReadOnlyDictionary<string, ImmutableArray<string>> frames, int folds)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(folds);
        var byName = items.ToDictionary(name, StringComparer.Ordinal);
        var dealt = Enumerable.Range(0, folds).Select(_ => ImmutableArray.CreateBuilder<T>()).ToArray();
        var turn = 0;
        foreach (var (_, names) in frames.OrderByDescending(pair => pair.Value.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal))
            dealt[turn++ % folds].AddRange(names.Where(byName.ContainsKey).Select(frame => byName[frame]));
        return [.. dealt.Reverse().Select(fold => fold.ToImmutable())];
    }

    /// <summary>Reads <c>kitti_sequence_to_frames_file</c>: a JSON object of lists of names.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static IReadOnlyDictionary<string, ImmutableArray<string>> ReadSequences(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, ImmutableArray<string>>>(json) ?? [];

    private static ImmutableArray<T> Shuffled<T>(List<T> items, int fold) =>
        [.. EpochOrder.Create(items.Count, shuffle: true, Seed, fold).Select(position => items[position])];
}
