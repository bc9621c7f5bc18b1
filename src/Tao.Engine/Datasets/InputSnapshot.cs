using System.Globalization;
using Tao.Data.Classification;
using Tao.Engine.IO;
using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Engine.Datasets;

/// <summary>
/// The files that a stage reads while it runs, as they were before: a result of data that changed underneath belongs to no fingerprint. Size and
/// time are looked at first, so an undisturbed run costs one look at each file; a file that was only touched counts as the same.
/// </summary>
internal sealed class InputSnapshot
{
    private const int Named = 5;

    private readonly Dictionary<string, (long Length, DateTime Written, string? Sha256)> _files = new(StringComparer.Ordinal);

    public void Add(ImageDataset dataset)
    {
        foreach (var sample in dataset.Samples)
            Add(dataset.PathOf(sample), sample.Sha256);
    }

    public void Add(string path, string? sha256)
    {
        var file = new FileInfo(path);
        if (file.Exists)
            _files.TryAdd(file.FullName, (file.Length, file.LastWriteTimeUtc, sha256));
    }

    /// <exception cref="TaoException">Some of them have changed or are gone.</exception>
    public void ThrowIfChanged(StageKind stage)
    {
        string[] changed = [.. _files.Where(file => HasChanged(file.Key, file.Value)).Select(file => file.Key).Order(StringComparer.Ordinal)];
        if (changed.Length == 0)
            return;
        string more = changed.Length > Named ? string.Create(CultureInfo.InvariantCulture, $" and {changed.Length - Named} more") : "";
        throw StageContext.Error(
            EngineCodes.InputChanged,
            $"What {stage} reads changed while it ran: {string.Join(", ", changed.Take(Named).Select(path => $"'{path}'"))}{more}.",
            "Its result is thrown away, for it is of neither state. Build again when the files are at rest.");
    }

    private static bool HasChanged(string path, (long Length, DateTime Written, string? Sha256) before)
    {
        var now = new FileInfo(path);
        if (!now.Exists || now.Length != before.Length)
            return true;
        return now.LastWriteTimeUtc != before.Written && ContentHash.OfFile(path) != before.Sha256;
    }
}
