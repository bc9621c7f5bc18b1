using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Engine.Datasets;
using Tao.Engine.Evaluation;
using Tao.Engine.Pretrained;
using Tao.Engine.Stages;
using Tao.Engine.Tests.Stages;
using Tao.Engine.Training;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Runtime;
using Tao.Testing;
using static TorchSharp.torch;

namespace Tao.Engine.Tests.Pretrained;

/// <summary>Weights whose batch normalisations were folded into the convolutions get statistics again, and stay the same function.</summary>
[Collection(BuiltProject.Collection)]
public sealed class FoldedBatchNormsTests
{
    private const double Epsilon = 1e-3;

    [Fact]
    public void The_function_stays_and_training_starts_from_it()
    {
        using var images = new Images();
        var folded = Folded(frozen: false);
        var norms = FoldedBatchNorms.Find(folded, ReportOf(folded));
        Assert.Equal(["norm1", "norm2"], norms.Select(node => node.Name));

        var restored = FoldedBatchNorms.Restore(folded, norms, images.Batches(), CPU);

        float[] before = images.Run(folded, ForwardMode.Inference);
        Assert.InRange(Distance(before, images.Run(restored, ForwardMode.Inference)), 0, 1e-4);
        // All images in one batch: its statistics are the restored ones.
        Assert.InRange(Distance(before, images.Run(restored, ForwardMode.Training)), 0, 1e-3);
        // Otherwise there would have been nothing to restore.
        Assert.True(Distance(before, images.Run(folded, ForwardMode.Training)) > 0.1);
    }

    [Fact]
    public void Statistics_that_are_true_frozen_or_not_from_the_file_are_left_alone()
    {
        var folded = Folded(frozen: false);
        var mean = folded.Weights["norm1.running_mean"];
        var real = folded with { Weights = folded.Weights.With("norm1.running_mean", mean with { Data = Numbers.Uniform((int)mean.Shape.ElementCount, 1) }) };
        Assert.Equal(["norm2"], FoldedBatchNorms.Find(real, ReportOf(real)).Select(node => node.Name));
        Assert.Empty(FoldedBatchNorms.Find(folded, new MatchReport("file", "test")));
        var frozen = Folded(frozen: true);
        Assert.Empty(FoldedBatchNorms.Find(frozen, ReportOf(frozen)));
    }

    private static float Distance(float[] left, float[] right) => left.Zip(right, (a, b) => Math.Abs(a - b)).Max();

    private static MatchReport ReportOf(Model model) => new("file", "test")
    {
        Matched = [.. model.Weights.Values.Keys.Select(name => new MatchedParameter(name, name, InHead: false))],
    };

    /// <summary>Two convolutions with normalisations of mean 0, variance 1, and weights and biases of many sizes.</summary>
    private static Model Folded(bool frozen)
    {
        var builder = new GraphBuilder("folded");
        string image = builder.Input("image", TensorType.Image(3, 32, 32));
        string first = builder.Add("relu1", new Relu(), builder.Add("norm1", new BatchNorm(Epsilon, 0.9, frozen), builder.Add("conv1", new Conv2d(8, 3, 3), image)));
        string second = builder.Add("norm2", new BatchNorm(Epsilon, 0.9, frozen), builder.Add("conv2", new Conv2d(4, 3, 3), first));
        var graph = builder.Build(builder.Add("pool", new GlobalAveragePool(), second));
        var weights = Numbers.Weights(graph);
        foreach (var (name, spec, _) in graph.Parameters().Where(parameter => parameter.Spec.Role is ParameterRole.RunningMean or ParameterRole.RunningVariance))
            weights = weights.With(name, WeightTensor.Filled(spec.Shape, spec.Role == ParameterRole.RunningMean ? 0 : 1));
        return new Model(graph, weights);
    }

    /// <summary>The test images of a small project, all of them one batch.</summary>
    private sealed class Images : IDisposable
    {
        private static readonly ImagePreprocessing _preprocessing = new() { Height = 32, Width = 32, Channels = 3, Mode = PreprocessMode.Tf };

        private readonly TinyProject _project = TinyProject.Create(otherPerClass: 6);

        public Images() => _project.Run(StageKind.ConvertDataset);

        public IEnumerable<ImageBatch> Batches()
        {
            var images = ProjectDataset.Load(_project["obj/tao/ConvertDataset/dataset.json"], _project.Directory).Find(SplitRole.Test)!;
            return ModelInput.Loader(images, _preprocessing, images.Samples.Length, workers: 1).ReadEpoch(0, 0, TestContext.Current.CancellationToken);
        }

        public float[] Run(Model model, ForwardMode mode)
        {
            using var module = new GraphModule(model, CPU);
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            using var batch = Batches().Single();
            return BatchTensors.Download(module.Run(BatchTensors.Upload(batch, CPU), model.Graph.Outputs[0], mode));
        }

        public void Dispose() => _project.Dispose();
    }
}
