using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text;
using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Data.Records;
using Tao.Imaging;
using Tao.Specs;

namespace Tao.Data.Conversion;

/// <summary>
/// Writes labelled images as TFRecord files, on all cores. Memory does not grow with their number: each core holds one image at a time. Every file
/// is written beside its place and renamed when it is whole.
/// </summary>
/// <param name="root">What the frames' names are relative to.</param>
/// <param name="classes">Given, the image is embedded for SSD, DSSD and RetinaNet, and objects of other classes are left out; null writes every object and names the image.</param>
public sealed class RecordConversion(string root, ClassMapping? classes, FaultPolicy policy, DiagnosticBag bag)
{
    /// <summary>Images written since the start; read it from another thread for progress.</summary>
    public int Done => _done;

    private int _done;

    /// <summary>Writes every file; images that cannot be read are reported and left out.</summary>
    /// <returns>The number of records and of objects of each class, as they were written.</returns>
    public RecordStatistics Write(IReadOnlyCollection<(string Path, ImmutableArray<LabeledImage> Items)> files, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(files);
        var statistics = new RecordStatistics();
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        // Findings are told in the order of the files, whichever thread is first.
        var work = files.Select(file => (File: file, Findings: new DiagnosticBag())).ToArray();
        try
        {
            Parallel.ForEach(work, options, item => WriteFile(item.File.Path, item.File.Items, statistics, new ScanReport(item.Findings, policy), cancellation));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        finally
        {
            foreach (var (_, findings) in work)
                bag.AddRange(findings.Items);
        }
        return statistics;
    }

    private void WriteFile(string path, ImmutableArray<LabeledImage> images, RecordStatistics statistics, ScanReport report, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = path + ".tmp";
        var index = new StringBuilder();
        try
        {
            using (var stream = File.Create(temporary))
            {
                var writer = new TfRecordWriter(stream);
                foreach (var image in images)
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (Example(image, report) is { } example)
                    {
                        var start = stream.Position;
                        writer.Write(example.ToExample(Number).ToBytes());
                        index.Append(CultureInfo.InvariantCulture, $"{start} {stream.Position - start}\n");
                        statistics.Add(example);
                    }
                    Interlocked.Increment(ref _done);
                }
            }
            if (classes is not null)
                WriteIndex(Path.Combine(Path.GetDirectoryName(path) ?? "", $"idx-{Path.GetFileName(path)}"), index.ToString());
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void WriteIndex(string path, string text)
    {
        var temporary = path + ".tmp";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }

    private int Number(string className) => classes!.IndexOf(className)!.Value + 1;

    private DetectionExample? Example(LabeledImage image, ScanReport report)
    {
        try
        {
            var data = File.ReadAllBytes(image.Path);
            var size = ImageCodec.Probe(data).DisplaySize;
            // What does not decode would be found in training, too late.
            ImageCodec.Decode(data, new DecodeOptions { MinWidth = 1, MinHeight = 1 }, new ImageBuffer());
            var objects = image.Objects
                .Where(labeled => classes is null || classes.IndexOf(labeled.ClassName) is not null)
                .Select(labeled => BoxCheck.Inside(labeled, size.Width, size.Height, image.LabelPath, report))
                .OfType<LabeledObject>();
            var frame = Path.ChangeExtension(Path.GetRelativePath(root, image.Path), null).Replace('\\', '/');
            return new DetectionExample(frame, size.Width, size.Height, [.. objects], classes is null ? null : data);
        }
        catch (ImageException e)
        {
            Report(image, SampleProblem.From(e), report);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(image, SampleProblem.From(e), report);
        }
        return null;
    }

    private static void Report(LabeledImage image, SampleProblem problem, ScanReport report) => report.Fault(problem.Code, image.Path, problem.Message, problem.Remedy);
}
