using Tao.Data.Classification;
using Tao.Engine.Artifacts;
using Tao.Engine.Evaluation;
using Tao.Engine.Export;
using Tao.Engine.IO;
using Tao.Engine.Stages;
using Tao.Objectives;
using Tao.Onnx;

namespace Tao.Engine.Quantization;

/// <summary>The metric that a budget is about, of a file as it will run: in ONNX Runtime, on the evaluation set.</summary>
internal sealed class DeployedMetric(StageContext context, ModelArtifact artifact, ImageDataset images, CancellationToken cancellation)
{
    private const string CandidateFile = "candidate.onnx";
    private const int BatchSize = 8;

    private readonly IObjective _objective = context.Network.CreateObjective(artifact.LabelSets, []);

    public string Name => _objective.KeyMetrics.Result;

    public double Of(OnnxModel file)
    {
        string path = context.Output(CandidateFile + AtomicFile.TemporarySuffix);
        try
        {
            File.WriteAllBytes(path, file.ToBytes());
            return Of(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private double Of(string path)
    {
        var preprocessing = ModelInput.Preprocessing(artifact, path) with { CenterCrop = context.Network.Evaluation?.CenterCrop ?? false };
        var metrics = _objective.CreateMetrics();
        using var deployed = new OnnxImageModel(path);
        foreach (var batch in ModelInput.Loader(images, preprocessing, BatchSize, 0).ReadEpoch(0, 0, cancellation))
        {
            using (batch)
                metrics.Add([.. deployed.Run(batch).Select(output => new ReadOnlyMemory<float>(output))], batch);
        }
        return metrics.Summarize()[Name];
    }
}
