using System.Collections.Immutable;
using Tao.Data;
using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Engine.Stages;
using Tao.Networks;
using Tao.Specs;

namespace Tao.Engine.Datasets;

/// <summary>Images with boxes, from the sources that the spec lists or from the one place that the project names.</summary>
internal sealed class BoxSplitReader(StageContext context, BoxPlan plan, FaultPolicy policy) : ISplitReader
{
    private const string RecordImagesFolder = "record_images";

    private readonly ClassMapping _mapping = new(plan.ClassMapping, context.Network.LocationOf(plan.MappingField));

    public ImageDataset? Read(SplitRole role, ImageDataset? train, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var sources = context.Option(DatasetScan.OptionOf(role), "") is { Length: > 0 } path
            ? FromPath(context.ResolvePath(path), role, diagnostics)
            : [.. plan.Sources(role).Select((source, i) => Resolve(source, Path.Combine(RecordImagesFolder, FormattableString.Invariant($"{role.ToString().ToLowerInvariant()}_{i}"))))];
        if (sources.IsEmpty)
        {
            if (role != SplitRole.Test && !diagnostics.HasErrors)
                DatasetScan.ReportMissing(context, role, diagnostics);
            return null;
        }
        return BoxDatasetScanner.Scan(sources, _mapping, role == SplitRole.Train, policy, diagnostics, cancellation);
    }

    private static ImmutableArray<BoxSource> FromPath(string path, SplitRole role, DiagnosticBag diagnostics)
    {
        if (BoxSource.Recognize(path, role) is { } source)
            return [source];
        diagnostics.Error(
            DataCodes.FolderMissing,
            $"There are no images with boxes in '{path}'.",
            "Name a folder that holds image_2 and label_2 (KITTI), images and labels, or ImageSets and Annotations (Pascal VOC); or a JSON file in COCO's format.",
            null);
        return [];
    }

    private BoxSource Resolve(BoxSource source, string recordImages) => source.Format switch
    {
        BoxFormat.Records => source with { Images = context.Output(recordImages), Labels = context.ResolvePath(source.Labels) },
        // Its labels are the name of a list.
        BoxFormat.PascalVoc => source with { Images = context.ResolvePath(source.Images) },
        _ => source with { Images = context.ResolvePath(source.Images), Labels = context.ResolvePath(source.Labels) },
    };
}
