using Tao.Data.Classification;
using Tao.Engine.Artifacts;
using Tao.Engine.Datasets;
using Tao.Engine.Evaluation;
using Tao.Engine.Export;
using Tao.Engine.Fingerprints;
using Tao.Engine.IO;
using Tao.Specs;

namespace Tao.Engine.Stages;

/// <summary>Measures the 8-bit file where it will run, in ONNX Runtime.</summary>
internal sealed class EvaluateInt8Stage : IStage
{
    private ImageDataset? _images;
    private ModelArtifact? _artifact;

    public StageKind Kind => StageKind.EvaluateInt8;

    public SpecStages Reads => SpecStages.Evaluate;

    public bool UsesDevice => true;

    public void DescribeInputs(StageContext context, FingerprintBuilder inputs, CancellationToken cancellation)
    {
        _images = new DatasetSource(context).Evaluation(cancellation);
        inputs.Add("dataset", _images.ContentHash());
        inputs.Add("model", context.HashOfInput("model"));
        inputs.Add("onnx", context.HashOfInput("onnx"));
    }

    public void Prepare(StageContext context)
    {
        string path = context.InputFile("model");
        _artifact = ModelArtifact.Read(path);
        _images = ModelInput.Aligned(_images!, _artifact, path);
        ModelInput.Preprocessing(_artifact, path);
        EvaluateStage.Plan(context);
    }

    public StageOutcome Run(StageContext context, CancellationToken cancellation)
    {
        var artifact = _artifact!;
        var plan = EvaluateStage.Plan(context);
        var preprocessing = ModelInput.Preprocessing(artifact, context.InputFile("model")) with { CenterCrop = plan.CenterCrop };
        var metrics = context.Network.CreateObjective(artifact.LabelSets, []).CreateMetrics();
        using var deployed = new OnnxImageModel(context.InputFile("onnx"));
        foreach (var batch in ModelInput.Loader(_images!, preprocessing, plan.BatchSize, plan.Workers).ReadEpoch(0, 0, cancellation))
        {
            using (batch)
                metrics.Add([.. deployed.Run(batch).Select(output => new ReadOnlyMemory<float>(output))], batch);
        }
        return EvaluateStage.Report(context, metrics);
    }
}
