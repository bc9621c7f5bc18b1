using System.Globalization;
using Tao.Data;
using Tao.Data.Augmentation;
using Tao.Engine.Events;
using Tao.Engine.IO;
using Tao.Engine.Stages;
using Tao.Specs;
using Tao.Specs.Common.Augmentation;

namespace Tao.Engine.Augmentation;

/// <summary>TAO's <c>augment</c>: writes an augmented copy of a data set in KITTI's format, whole or not at all.</summary>
/// <param name="dataset">The folder that holds the images' and the labels'.</param>
/// <param name="specFile">An AugmentationConfig.</param>
/// <param name="output">The folder to make; one from an earlier run is replaced.</param>
public sealed class AugmentationRun(string dataset, string specFile, string output, IEventSink events, TimeProvider clock)
{
    private static readonly TimeSpan _progressPeriod = TimeSpan.FromMilliseconds(500);

    /// <exception cref="TaoException">The spec, the data or the output folder cannot be used; it holds everything that is wrong.</exception>
    public void Run(CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var bound = SpecBinder.Bind<AugmentationConfig>(SpecReader.Read(specFile, bag), bag);
        bag.ThrowIfErrors();
        var spec = bound.Value;
        var plan = AugmentationPlans.From(spec);
        if (plan.Spatial.Inverse is null)
            bag.Error(SpecCodes.Contradiction, "The spatial operations together lay the image onto a line.", "Choose shear ratios whose product is not 1.", bound.LocationOf("spatial_config"));
        if (plan.ChangesNothing)
            bag.Warning(SpecCodes.Ignored, "The spec changes nothing but the size of the images.", "Write spatial_config, color_config or blur_config.", new SourceLocation(specFile, 1, 1));
        CheckOutput(bag);
        bag.ThrowIfErrors();
        var augmentation = new KittiAugmentation(
            Path.Combine(dataset, spec.DatasetConfig.ImagePath), Path.Combine(dataset, spec.DatasetConfig.LabelPath), spec.ImageExtension, plan, bag);
        bag.ThrowIfErrors();
        Write(augmentation, bag, cancellation);
    }

    private void Write(KittiAugmentation augmentation, DiagnosticBag bag, CancellationToken cancellation)
    {
        var (images, objects) = (0, 0);
        using (clock.CreateTimer(_ => events.Publish(new ProgressEvent("augment", 1, 1, augmentation.Done, augmentation.Count)), null, _progressPeriod, _progressPeriod))
        {
            AtomicDirectory.Replace(
                output,
                folder =>
                {
                    (images, objects) = augmentation.Write(folder, cancellation);
                    if (images == 0)
                        bag.Error(DataCodes.NoImages, "No image could be used, so nothing was written.", "Put the images right that the warnings name.");
                    bag.ThrowIfErrors();
                });
        }
        foreach (var finding in bag.Items)
            events.Publish(DiagnosticEvent.From(finding));
        events.Publish(new LogEvent(string.Create(
            CultureInfo.InvariantCulture, $"{images} images with {objects} objects in '{output}'; {augmentation.ChosenCount} of {augmentation.Count} were chosen to be changed.")));
    }

    /// <summary>Only what an earlier run wrote may be replaced.</summary>
    private void CheckOutput(DiagnosticBag bag)
    {
        string source = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataset)), target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output));
        if (IsWithin(target, source) || IsWithin(source, target))
        {
            bag.Error(EngineCodes.BadRequest, $"The output folder '{output}' and the data set '{dataset}' lie in one another.", "Choose an output folder beside the data set.");
            return;
        }
        string[] known = [KittiAugmentation.ImagesFolder, KittiAugmentation.LabelsFolder];
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).FirstOrDefault(entry => !known.Contains(Path.GetFileName(entry))) is not null))
            bag.Error(EngineCodes.BadRequest, $"The output folder '{output}' holds other things than images and labels.", "Choose a new folder.");
    }

    private static bool IsWithin(string path, string folder) => (path + Path.DirectorySeparatorChar).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
