namespace Tao.Specs.Binding;

/// <summary>Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.</summary>
internal static class EditDistance
{
    /// <summary>The nearest candidate that is near enough to be a slip: a third of the name's length, at least 2.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var limit = Math.Max(2, name.Length / 3);
        return candidates
            .Select(candidate => (candidate, distance: Between(Fold(name), Fold(candidate))))
            .Where(item => item.distance <= limit && item.distance < Math.Max(name.Length, item.candidate.Length) / 2.0)
            .OrderBy(item => item.distance)
            .ThenBy(item => item.candidate, StringComparer.Ordinal)
            .Select(item => item.candidate)
            .FirstOrDefault();
    }

    public static int Between(string left, string right)
    {
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
            distances[row, 0] = row;
        for (var column = 0; column <= right.Length; column++)
            distances[0, column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(distances[row - 1, column], distances[row, column - 1]) + 1, distances[row - 1, column - 1] + cost);
                var isSwap = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
                distances[row, column] = isSwap ? Math.Min(best, distances[row - 2, column - 2] + 1) : best;
            }
        }

        return distances[left.Length, right.Length];
    }

    /// <summary>Case and underscores are slips that cost nothing: <c>numEpochs</c> is <c>num_epochs</c>.</summary>
    private static string Fold(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}
