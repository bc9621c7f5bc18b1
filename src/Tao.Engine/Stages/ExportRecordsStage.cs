using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Tao.Data.Classification;
using Tao.Data.Conversion;
using Tao.Data.Detection;
using Tao.Engine.Events;
using Tao.Engine.Fingerprints;
using Tao.Engine.IO;
using Tao.Specs;
using Tao.Specs.Common.Detection;

namespace Tao.Engine.Stages;

/// <summary>
/// TAO's <c>dataset_convert</c> of detectors: labelled images become TFRecord files. Its spec is a message of its own. The files lie where the
/// option <c>prefix</c> says, and not among the stage's other results.
/// </summary>
internal sealed class ExportRecordsStage : IStage
{
    private const string PrefixOption = "prefix";
    private const string FoldOption = "validation_fold";
    private const string ClassNames = "class_names";

    private static readonly TimeSpan _progressPeriod = TimeSpan.FromMilliseconds(500);

    private DatasetExport? _export;
    private ClassMapping? _classes;
    private FaultPolicy _policy;

    public StageKind Kind => StageKind.ExportRecords;

    public SpecStages Reads => SpecStages.None;

    // The dataset once more, in another place than the other results.
    public bool IsCached => false;

    public bool HasOwnSpec => true;

    public void DescribeInputs(StageContext context, FingerprintBuilder inputs, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        _policy = context.Options.Name("fault_policy", FaultPolicy.Skip);
        int fold = context.Options.Int(FoldOption, -1, -1);
        context.Options.ThrowIfErrors();
        var spec = SpecBinder.Bind<DatasetExportConfig>(SpecReader.Read(context.Request.FullPath(context.Request.Spec), diagnostics), diagnostics);
        diagnostics.ThrowIfErrors();
        var config = Resolve(spec.Value, context);
        _classes = Classes(context, config, spec, diagnostics);
        string prefix = context.ResolvePath(context.Option(PrefixOption, ""));
        _export = DatasetExport.Plan(config, prefix, fold < 0 ? null : fold, _policy, diagnostics);
        _classes.Check(_export.Counts, mustHaveAll: true, diagnostics);
        diagnostics.ThrowIfErrors();
        foreach (var finding in diagnostics.Items)
            context.Report(finding);
        Describe(inputs, config, prefix, cancellation);
    }

    public StageOutcome Run(StageContext context, CancellationToken cancellation)
    {
        var export = _export!;
        var diagnostics = new DiagnosticBag();
        var conversion = new RecordConversion(export.Root, _classes, _policy, diagnostics);
        int total = export.Files.Sum(file => file.Items.Length);
        RecordStatistics statistics;
        using (context.Clock.CreateTimer(_ => context.Events.Publish(new ProgressEvent("convert", 1, 1, conversion.Done, total)), null, _progressPeriod, _progressPeriod))
            statistics = conversion.Write(export.Files, cancellation);
        foreach (var finding in diagnostics.Items)
            context.Report(finding);
        diagnostics.ThrowIfErrors();

        foreach (var (file, items) in export.Files)
            context.Log(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: {items.Length} images"));
        context.Log($"Objects: {string.Join(", ", statistics.Objects.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}")))}");
        var metrics = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        metrics["records"] = statistics.Records;
        metrics["files"] = export.Files.Length;
        foreach (var (name, count) in statistics.Objects)
            metrics[$"objects/{name}"] = count;
        string folder = context.Request.FullOutputDirectory;
        return StageOutcome.Of(metrics.ToImmutable(), [.. export.Files.Select(file => (Path.GetFileName(file.Path), Path.GetRelativePath(folder, file.Path)))]);
    }

    private void Describe(FingerprintBuilder inputs, DatasetExportConfig config, string prefix, CancellationToken cancellation)
    {
        inputs.AddJson("records", JsonSerializer.Serialize(config, EngineJson.Line));
        inputs.Add("prefix", prefix);
        inputs.Add("classes", string.Join(',', _classes!.Classes));
        var images = _export!.Files.SelectMany(file => file.Items).ToArray();
        string[] files = [.. images.Select(image => image.Path).Concat(images.Select(image => image.LabelPath)).Distinct(StringComparer.Ordinal)];
        string[] hashes = [.. files.AsParallel().AsOrdered().WithCancellation(cancellation).Select(file => $"{file}\t{(File.Exists(file) ? ContentHash.OfFile(file) : "")}")];
        inputs.Add("contents", ContentHash.OfText(string.Join('\n', hashes)));
    }

    private static ClassMapping Classes(StageContext context, DatasetExportConfig config, BoundSpec<DatasetExportConfig> spec, DiagnosticBag diagnostics)
    {
        var mapping = config.TargetClassMapping;
        if (mapping.IsEmpty && context.HasInput(ClassNames))
        {
            mapping = File.ReadAllLines(context.InputFile(ClassNames))
                .Select(line => line.Trim())
                .Where(line => line.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .ToImmutableSortedDictionary(name => name, name => name, StringComparer.Ordinal);
        }
        if (mapping.IsEmpty)
            diagnostics.Error(SpecCodes.MissingField, "The spec names no classes.", "Write target_class_mapping { key: \"car\" value: \"car\" } for each, or give a file of class names.", null);
        return new ClassMapping(mapping, spec.LocationOf("target_class_mapping"));
    }

    private static DatasetExportConfig Resolve(DatasetExportConfig config, StageContext context) => config with
    {
        ImageDirectoryPath = Full(config.ImageDirectoryPath, context),
        KittiConfig = config.KittiConfig is { } kitti
            ? kitti with { RootDirectoryPath = Full(kitti.RootDirectoryPath, context), KittiSequenceToFramesFile = Full(kitti.KittiSequenceToFramesFile, context) }
            : null,
        CocoConfig = config.CocoConfig is { } coco ? coco with { RootDirectoryPath = Full(coco.RootDirectoryPath, context) } : null,
    };

    private static string Full(string path, StageContext context) => path.Length == 0 ? "" : context.ResolvePath(path);
}
