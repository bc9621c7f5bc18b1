using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Tao.Data.Classification;
using Tao.Engine.Artifacts;
using Tao.Engine.Datasets;
using Tao.Engine.Evaluation;
using Tao.Engine.Events;
using Tao.Engine.Export;
using Tao.Engine.Stages;
using Tao.Engine.Tests.Stages;
using Tao.Engine.Training;
using Tao.Graph.Passes;
using Tao.Onnx;
using Tao.Onnx.Calibration;
using Tao.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Tests.Quantization;

/// <summary>A pruned model retrained for 8 bits, and what the stages behind make of it.</summary>
[Collection(BuiltProject.Collection)]
public sealed class QuantizationAwareTrainingTests(QuantizationAwareProject trained) : IClassFixture<QuantizationAwareProject>
{
    private const string Retrained = "obj/tao/Retrain/model.tlt";

    [Fact]
    public void The_model_learns_with_its_values_rounded()
    {
        var project = trained.Trained;
        double[] losses = [.. File.ReadAllLines(project["obj/tao/Retrain/training.csv"]).Skip(1).Select(line => double.Parse(line.Split(',')[2], CultureInfo.InvariantCulture))];
        Assert.True(losses[^1] < losses[0], string.Join(' ', losses));
        var model = ModelArtifact.Read(project[Retrained]).Model;
        Assert.True(StripFakeQuantPass.IsQuantized(model.Graph));
        Assert.DoesNotContain(model.Graph.Nodes, node => node.Op is Graph.Ops.BatchNorm);
        var first = StripFakeQuantPass.RangesOf(ModelArtifact.Read(project["obj/tao/Retrain/weights/mobilenet_v2_001.tlt"]).Model);
        var last = StripFakeQuantPass.RangesOf(ModelArtifact.Read(project["obj/tao/Retrain/weights/mobilenet_v2_003.tlt"]).Model);
        Assert.Contains(first.Magnitudes, range => range.Value != last.Magnitudes[range.Key]);
    }

    [Fact]
    public void Calibration_takes_the_trained_ranges()
    {
        var project = trained.Trained;
        var ranges = StripFakeQuantPass.RangesOf(ModelArtifact.Read(project[Retrained]).Model).Magnitudes;
        Assert.Equal(0, trained.Runs[StageKind.Int8Calibrate].Result.Metrics["calibration_images"]);
        Assert.Equal(ranges, ScaleFile.Read(project["obj/tao/Int8Calibrate/tensor_scales.json"]));
        var cache = CalibrationCache.Read(project["obj/tao/Int8Calibrate/calibration.cache"], null);
        Assert.All(ranges, range => Assert.Equal(range.Value, cache[range.Key], 1e-5f * range.Value));
    }

    /// <summary>Without optimisations, which would run signed activations in other arithmetic.</summary>
    [Fact]
    public void The_8_bit_file_computes_what_was_trained()
    {
        var project = trained.Trained;
        var artifact = ModelArtifact.Read(project[Retrained]);
        using var options = new SessionOptions { GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL };
        using var session = new InferenceSession(project["obj/tao/Int8Calibrate/model.int8.onnx"], options);
        using var module = new GraphModule(artifact.Model, CPU);
        using var noGrad = no_grad();
        var images = ProjectDataset.Load(project["obj/tao/ConvertDataset/dataset.json"], project.Directory).Find(SplitRole.Test)!;
        foreach (var batch in ModelInput.Loader(images, ModelInput.Preprocessing(artifact, ""), 3, 1).ReadEpoch(0, 0, TestContext.Current.CancellationToken))
        {
            using var scope = NewDisposeScope();
            float[] expected = BatchTensors.Download(module.Run(BatchTensors.Upload(batch, CPU), module.Graph.Outputs[0], ForwardMode.Inference));
            using var input = OrtValue.CreateTensorValueFromMemory(OnnxImageModel.ChannelsFirst(batch), [batch.Count, batch.Channels, batch.Height, batch.Width]);
            using var run = new RunOptions();
            using var outputs = session.Run(run, new Dictionary<string, OrtValue> { [session.InputMetadata.Keys.Single()] = input }, [.. session.OutputMetadata.Keys]);
            Assert.All(expected.Zip(outputs[0].GetTensorDataAsSpan<float>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
            batch.Dispose();
        }
    }

    [Fact]
    public void The_float_file_has_no_rounding()
    {
        var project = trained.Trained;
        Assert.InRange(trained.Runs[StageKind.Export].Result.Metrics["largest_difference"], 0, 1e-4);
        byte[] file = OnnxModel.Load(project["obj/tao/Export/model.onnx"]).ToBytes();
        Assert.Equal(-1, file.AsSpan().IndexOf("QuantizeLinear"u8));
        Assert.NotEqual(-1, project.Bytes("obj/tao/Int8Calibrate/model.int8.onnx").AsSpan().IndexOf("QuantizeLinear"u8));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    public void A_cancelled_run_goes_on_bit_by_bit(int epoch, int step)
    {
        using var project = trained.New();
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => TinyProject.Run(
            project.Request(StageKind.Retrain),
            found =>
            {
                if (found is ProgressEvent progress && progress.Epoch == epoch && progress.Step == step)
                    source.Cancel();
            },
            source.Token));
        Assert.Contains($"Resuming after epoch {epoch - 1}, step {step}.", project.Run(StageKind.Retrain).Sink.Logs);

        var unbroken = trained.Trained;
        foreach (string file in unbroken.Files("obj/tao/Retrain").Where(file => !file.EndsWith("/result.json", StringComparison.Ordinal)))
            Assert.True(unbroken.Bytes(file).AsSpan().SequenceEqual(project.Bytes(file)), file);
    }

    [Fact]
    public void Training_for_8_bits_may_go_on_from_its_own_model()
    {
        using var project = trained.Trained.Copy();
        var request = project.Request(StageKind.Train).WithOption("pretrained_model_path", Retrained) with { OutputDirectory = "obj/again" };
        TinyProject.Run(request);
        var (before, after) = (ModelArtifact.Read(project[Retrained]).Model, ModelArtifact.Read(project["obj/again/model.tlt"]).Model);
        Assert.Equal(before.Graph.Nodes, after.Graph.Nodes);
    }

    [Fact]
    public void Random_weights_are_refused()
    {
        using var project = trained.New();
        Mistake.Single(project, project.Request(StageKind.Train), EngineCodes.QatWithoutModel);
    }

    [Fact]
    public void Pruning_and_float_training_are_refused()
    {
        using var project = trained.Trained.Copy();
        Mistake.Single(project, project.Request(StageKind.Prune).With("model", Retrained), EngineCodes.QatModelPruned);
        project.EditSpec("enable_qat: true", "enable_qat: false");
        Mistake.Single(project, project.Request(StageKind.Retrain).With("model", Retrained), EngineCodes.QatModelTrainedInFloat);
    }
}
