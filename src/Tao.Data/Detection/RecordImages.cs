using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Conversion;
using Tao.Data.Records;
using Tao.Specs;

namespace Tao.Data.Detection;

/// <summary>Images out of TFRecords, so that training reads them as it reads any: each becomes a file of its own, once.</summary>
internal static class RecordImages
{
    /// <param name="pattern">Full path of the records, with <c>*</c> and <c>?</c> in the file's name.</param>
    /// <param name="folder">Receives the images, one folder for each file of records.</param>
    public static ImmutableArray<LabeledImage> Unpack(string pattern, string folder, ScanReport report)
    {
        string parent = Path.GetDirectoryName(pattern)!;
        string[] files = Directory.Exists(parent)
            // The index beside the records, and what a conversion that was stopped has left.
            ? [.. Directory.EnumerateFiles(parent, Path.GetFileName(pattern)).Where(IsRecords).Order(StringComparer.Ordinal)]
            : [];
        if (files.Length == 0)
            report.Error(DataCodes.FolderMissing, pattern, "No file of records has such a name.", "Correct tfrecords_path, or make the records with dataset_convert.");
        return [.. files.SelectMany(file => UnpackFile(file, Path.Combine(folder, Path.GetFileName(file)), report))];
    }

    private static bool IsRecords(string file) =>
        !Path.GetFileName(file).StartsWith("idx-", StringComparison.Ordinal) && !file.EndsWith(".tmp", StringComparison.Ordinal);

    private static List<LabeledImage> UnpackFile(string file, string folder, ScanReport report)
    {
        var images = new List<LabeledImage>();
        int number = 0;
        try
        {
            Directory.CreateDirectory(folder);
            using var stream = File.OpenRead(file);
            foreach (byte[] record in TfRecordReader.Read(stream, file))
            {
                number++;
                var example = DetectionExample.FromExample(TrainExample.Parse(record));
                if (example.Encoded is { } data)
                    images.Add(new LabeledImage(Write(folder, number, data), file, [.. example.Objects.Where(labeled => BoxCheck.HasArea(labeled.Box, file, 1, report))]));
                else
                    report.Fault(DataCodes.PartnerMissing, file, $"Record {number} names the image '{example.Frame}' and does not hold it.", "Make the records with a class list: dataset_convert -c classes.txt.");
            }
        }
        catch (TaoException e)
        {
            report.Add(e);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            report.Error(DataCodes.RecordDamaged, file, $"Record {number} (from 1) cannot be read: {e.Message}", "Make the records again.");
        }
        return images;
    }

    private static string Write(string folder, int number, byte[] data)
    {
        string extension = data is [0x89, ..] ? ".png" : ".jpg";
        string path = Path.Combine(folder, FormattableString.Invariant($"{number:D7}{extension}"));
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(data))
            return path;
        File.WriteAllBytes(path + ".tmp", data);
        File.Move(path + ".tmp", path, overwrite: true);
        return path;
    }
}
