using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Tao.Engine.Fingerprints;
using Tao.Engine.IO;
using Tao.Engine.Reports;
using Tao.Specs;
using TorchSharp.Extensions;

namespace Tao.Engine.Stages;

/// <summary>Writes the page that shows a build. Its inputs are the results of the other stages, under their names.</summary>
internal sealed class ReportStage : IStage
{
    public const string ReportFile = "report.html";
    private const string ProjectOption = "project_file";

    private BuildFiles? _files;

    public StageKind Kind => StageKind.Report;

    public SpecStages Reads => SpecStages.None;

    /// <summary>It tells of this machine and of the build before.</summary>
    public bool IsCached => false;

    public void DescribeInputs(StageContext context, FingerprintBuilder inputs, CancellationToken cancellation)
    {
        var folders = context.Request.Inputs.ToImmutableSortedDictionary(input => Enum.Parse<StageKind>(input.Key), input => Path.GetDirectoryName(context.Input(input.Key))!);
        _files = new BuildFiles([.. folders.OrderBy(folder => folder.Key).Select(folder => StageRecord.In(folder.Value).Read()).OfType<StageResult>().Where(result => result.Stage != StageKind.Gate)], folders);
        foreach (var result in _files.Results)
            inputs.Add($"result.{result.Stage}", $"{result.Fingerprint} {result.DurationSeconds.ToString("R", CultureInfo.InvariantCulture)} {string.Join(' ', result.Artifacts.Select(artifact => artifact.Sha256))}");
        inputs.Add("gates", string.Join('\n', _files.Verdicts()));
        inputs.Add("name", Name(context));
    }

    public StageOutcome Run(StageContext context, CancellationToken cancellation)
    {
        var previous = ReportRecord.Read(context.Output(ReportRecord.FileName));
        var page = new ReportPage(Name(context), _files!, previous, Environment(context));
        AtomicFile.WriteText(context.Output(ReportFile), page.Render());
        new ReportRecord(_files!.Results).Write(context.Output(ReportRecord.FileName));
        return StageOutcome.Of(ImmutableSortedDictionary<string, double>.Empty, ("report", ReportFile), ("record", ReportRecord.FileName));
    }

    private static string Name(StageContext context) => Path.GetFileNameWithoutExtension(context.Option(ProjectOption, context.Request.Network));

    private (string, string)[] Environment(StageContext context) =>
    [
        ("written", context.Clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)),
        ("engine", EngineVersion.Current),
        ("device", context.Request.Device),
        ("seed", _files!.Find(StageKind.Train)?.Inputs.GetValueOrDefault("seed") ?? context.Seed.ToString(CultureInfo.InvariantCulture)),
        ("system", RuntimeInformation.OSDescription),
        ("processors", $"{System.Environment.ProcessorCount}, {RuntimeInformation.OSArchitecture}"),
        (".NET", RuntimeInformation.FrameworkDescription),
        ("libtorch", TorchRuntime.LibraryVersion),
        ("ONNX Runtime", OrtEnv.Instance().GetVersionString()),
        ("fingerprint of the training", _files.Find(StageKind.Train)?.Fingerprint ?? ""),
    ];
}
