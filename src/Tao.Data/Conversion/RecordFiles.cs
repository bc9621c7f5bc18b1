using System.Collections.Immutable;
using System.Globalization;

namespace Tao.Data.Conversion;

/// <summary>TAO's names of record files: <c>PREFIX-fold-000-of-002-shard-00003-of-00010</c>.</summary>
public static class RecordFiles
{
    /// <summary>One name for each shard of each fold that has items; folds without are passed over before they are numbered, as in TAO.</summary>
    /// <param name="folds">Each fold with the number of its shards; 0 writes one file, whose name tells no shard.</param>
    /// <returns>Each file with its items. The last shard has what division leaves over.</returns>
    public static ImmutableArray<(string Path, ImmutableArray<T> Items)> Divide<T>(string prefix, IEnumerable<(ImmutableArray<T> Items, int Shards)> folds)
    {
        var full = folds.Where(fold => !fold.Items.IsEmpty).ToList();
        var files = ImmutableArray.CreateBuilder<(string, ImmutableArray<T>)>();
        for (var fold = 0; fold < full.Count; fold++)
        {
            var stem = string.Create(CultureInfo.InvariantCulture, $"{prefix}-fold-{fold:000}-of-{full.Count:000}");
            var (items, shards) = full[fold];
            var count = Math.Max(1, shards);
            var size = items.Length / count;
            for (var shard = 0; shard < count; shard++)
            {
                var path = shards == 0 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-shard-{shard:00000}-of-{shards:00000}");
                var end = shard == count - 1 ? items.Length : (shard + 1) * size;
                files.Add((path, items[(shard * size)..end]));
            }
        }
        return files.ToImmutable();
    }
}
