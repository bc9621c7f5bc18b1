using System.Collections.Immutable;
using Tao.Data.Loading;
using Tao.Engine.Artifacts;
using Tao.Engine.Stages;
using Tao.Engine.Training;
using Tao.Graph;
using Tao.Graph.Passes;
using Tao.Runtime;
using Tao.Specs;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Quantization;

/// <summary>
/// How training for 8 bits begins (Jacob et al. 2018, arXiv:1712.05877, section 3): the trained model's batch norms are folded for good,
/// so that what is rounded in training are the very kernels that are deployed; then values and kernels are rounded where the 8-bit model
/// rounds them, with straight-through gradients. Activations' ranges start at the mean of the batches' largest magnitudes, where TAO's
/// moving average of them would come to rest, and follow that average; kernels' follow the kernels. Dropout goes: rounding is noise enough.
/// Statistics are measured anew before they are folded: those of a model just pruned belong to the channels it had.
/// </summary>
internal static class QuantizationAwareTraining
{
    /// <summary>TAO's.</summary>
    private const double RangeMomentum = 0.999;

    /// <param name="batches">Training images in batches of the training's size.</param>
    public static Model Begin(Model trained, Func<IEnumerable<ImageBatch>> batches, Device device)
    {
        var measured = BatchNormStatistics.Measure(PassRunner.Run(trained, new EliminateDropoutPass()), batches(), device);
        var folded = PassRunner.Run(measured, new FoldBatchNormPass());
        return PassRunner.Run(folded, new FakeQuantPass(MeanRanges(folded, batches(), device), momentum: RangeMomentum));
    }

    /// <summary>Refuses what would ruin a model: a start from random weights, and float training of a model trained for 8 bits.</summary>
    public static void Check(StageContext context, TrainingStart start)
    {
        bool wanted = context.Network.Training.QuantizationAware, quantized = StripFakeQuantPass.IsQuantized(start.Model.Graph);
        if (wanted && !quantized && !context.HasInput("model") && TrainingStart.PretrainedPath(context).Length == 0)
        {
            throw StageContext.Error(
                EngineCodes.QatWithoutModel, "Training for 8 bits (enable_qat) starts from a trained model, but this run starts from random weights.",
                "Train in float first; set enable_qat in the spec for retraining, or name the trained model in pretrained_model_path.", Location(context));
        }
        if (quantized && !wanted)
        {
            throw StageContext.Error(
                EngineCodes.QatModelTrainedInFloat, "The model to start from was trained for 8 bits, but the spec does not set enable_qat.",
                "Set enable_qat: true, or start from the float model.", Location(context));
        }
    }

    /// <summary>Whether the file is a model of ours that was trained for 8 bits.</summary>
    public static bool IsQuantized(string path) => ModelArtifact.IsArtifact(path) && StripFakeQuantPass.IsQuantized(ModelArtifact.Read(path).Model.Graph);

    private static QuantizationRanges MeanRanges(Model folded, IEnumerable<ImageBatch> batches, Device device)
    {
        var sums = QuantizationPlan.For(folded.Graph, ImmutableHashSet<string>.Empty).MeasuredValues.ToDictionary(value => value, _ => 0.0, StringComparer.Ordinal);
        int count = 0;
        using var module = new GraphModule(folded, device);
        Calibrator.Observe(module, batches, (value, tensor) =>
        {
            if (sums.ContainsKey(value))
                sums[value] += tensor.abs().max().ToDouble();
            if (value == module.Graph.Inputs[0].Name)
                count++;
        });
        return new QuantizationRanges(sums.ToDictionary(pair => pair.Key, pair => (float)(pair.Value / Math.Max(1, count)), StringComparer.Ordinal));
    }

    /// <summary>Where the spec sets the field, or would: classification has a train_config, detectors a training_config.</summary>
    private static SourceLocation? Location(StageContext context) =>
        context.Network.LocationOf("train_config.enable_qat") ?? context.Network.LocationOf("training_config.enable_qat");
}
