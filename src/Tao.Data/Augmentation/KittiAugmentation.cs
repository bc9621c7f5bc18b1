using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Text;
using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Data.Loading;
using Tao.Imaging;
using Tao.Specs;

namespace Tao.Data.Augmentation;

/// <summary>
/// Augments a data set in KITTI's format: each image with its label file becomes one image and one label file of the same names. Works on all cores;
/// each holds one image at a time, so memory does not grow with their number. The columns for the third dimension are copied as they are.
/// </summary>
public sealed class KittiAugmentation
{
    public const string ImagesFolder = "images";
    public const string LabelsFolder = "labels";

    // Part of the results: another would choose other images.
    private const ulong Seed = 42;

    // Pictures that were JPEG files before lose little more.
    private const int JpegQuality = 95;

    private readonly AugmentationPlan _plan;
    private readonly ImageAugmenter _augmenter;
    private readonly DiagnosticBag _bag;
    private readonly ImmutableArray<LabeledImage> _images;
    private readonly ImmutableHashSet<int> _chosen;
    private int _done;

    /// <summary>Reads the label files; what is wrong with them is reported, and left out where the rest can stay.</summary>
    /// <param name="extension">Of the images to take, with its dot.</param>
    public KittiAugmentation(string imageFolder, string labelFolder, string extension, AugmentationPlan plan, DiagnosticBag bag)
    {
        _plan = plan;
        _augmenter = new ImageAugmenter(plan);
        _bag = bag;
        _images = KittiFolder.Read(imageFolder, labelFolder, new ScanReport(bag, FaultPolicy.Skip), extension);
        if (_images.IsEmpty && !bag.HasErrors)
            bag.Error(DataCodes.NoImages, $"There is no image '*{extension}' with a label file in '{imageFolder}'.", "Check image_extension and the folders; each image needs a label file of the same name.");
        _chosen = Choose(_images.Length, plan);
    }

    public int Count => _images.Length;

    /// <summary>How many of them are changed.</summary>
    public int ChosenCount => _chosen.Count;

    /// <summary>Images written since the start; read it from another thread for progress.</summary>
    public int Done => _done;

    /// <summary>Writes every image and its labels below <paramref name="folder"/>; images that cannot be read are reported and left out.</summary>
    /// <returns>The number of images and of objects written.</returns>
    public (int Images, int Objects) Write(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(folder, ImagesFolder));
        Directory.CreateDirectory(Path.Combine(folder, LabelsFolder));
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        var findings = _images.Select(_ => new DiagnosticBag()).ToArray();
        var (images, objects) = (0, 0);
        try
        {
            Parallel.For(0, _images.Length, options, i =>
            {
                if (WriteOne(_images[i], _chosen.Contains(i), folder, new ScanReport(findings[i], FaultPolicy.Skip)) is { } written)
                {
                    Interlocked.Increment(ref images);
                    Interlocked.Add(ref objects, written);
                }
                Interlocked.Increment(ref _done);
            });
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        // Findings are told in the order of the names, whichever thread is first.
        foreach (var finding in findings)
            _bag.AddRange(finding.Items);
        return (images, objects);
    }

    /// <returns>The number of objects; null when the image cannot be used.</returns>
    private int? WriteOne(LabeledImage labeled, bool chosen, string folder, ScanReport report)
    {
        Image source;
        try
        {
            var buffer = new ImageBuffer();
            ImageCodec.Decode(File.ReadAllBytes(labeled.Path), new DecodeOptions { Channels = _plan.Channels }, buffer);
            source = buffer.ToImage();
        }
        catch (ImageException e)
        {
            Report(labeled, SampleProblem.From(e), report);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(labeled, SampleProblem.From(e), report);
            return null;
        }
        var inside = labeled.Objects.Select(found => BoxCheck.Inside(found, source.Width, source.Height, labeled.LabelPath, report)).OfType<LabeledObject>();
        var objects = _augmenter.Apply(inside, new PixelSize(source.Width, source.Height), chosen);
        var image = _augmenter.Apply(source, chosen);
        File.WriteAllBytes(Path.Combine(folder, ImagesFolder, Path.GetFileName(labeled.Path)), Encode(image, labeled.Path));
        var text = new StringBuilder();
        foreach (var found in objects)
            text.Append(KittiLabelFile.Format(found)).Append('\n');
        File.WriteAllText(Path.Combine(folder, LabelsFolder, Path.ChangeExtension(Path.GetFileName(labeled.Path), ".txt")), text.ToString());
        return objects.Length;
    }

    private static byte[] Encode(Image image, string path) =>
        Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase) ? ImageCodec.EncodePng(image) : ImageCodec.EncodeJpeg(image, JpegQuality);

    private static ImmutableHashSet<int> Choose(int count, AugmentationPlan plan)
    {
        var chosen = (int)Math.Round(count * plan.Share, MidpointRounding.AwayFromZero);
        return [.. EpochOrder.Create(count, plan.AtRandom, Seed, epoch: 0).Take(chosen)];
    }

    private static void Report(LabeledImage image, SampleProblem problem, ScanReport report) => report.Fault(problem.Code, image.Path, problem.Message, problem.Remedy);
}
