using System.Collections.Concurrent;
using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Data.Loading;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Objectives;
using Tao.Runtime;
using Tao.Runtime.Optimization;
using Tao.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Networks.Tests.Contract;

/// <summary>Trains a preset's model on two samples of different classes, as its plan says.</summary>
internal sealed class TinyTraining : IDisposable
{
    public const int Samples = 2;
    private const int PlannedSteps = 100;

    /// <summary>Well below ln 3, the loss of knowing nothing, and well above that of a softmax in saturation, which would hide differences.</summary>
    private const double SettledLoss = 0.5;

    private static readonly ConcurrentDictionary<TinyPreset, Model> _settled = new();

    private readonly TrainingPlan _plan;
    private readonly IObjective _objective;
    private readonly ImageBatch _batch;
    private readonly ParameterOptimizer _optimizer;
    private int _steps;

    public TinyTraining(TinyPreset preset, Model model)
    {
        var bound = preset.Bind();
        _plan = bound.Training;
        _batch = Labels(preset, bound);
        _objective = bound.CreateObjective(preset.LabelSets, []);
        Module = new GraphModule(model, CPU);
        _optimizer = ParameterOptimizer.Create(_plan.Optimizer, Module.Trainable, _plan.Regularizer);
    }

    public GraphModule Module { get; }

    /// <summary>The preset's model, trained once until it tells the samples apart outside training too.</summary>
    public static Model Settled(TinyPreset preset) => _settled.GetOrAdd(preset, _ => Settle(preset));

    public static Model Train(TinyPreset preset, Model start, int steps)
    {
        using var training = new TinyTraining(preset, start);
        for (var step = 0; step < steps; step++)
            training.Step();
        return start with { Weights = training.Module.ReadWeights() };
    }

    private static Model Settle(TinyPreset preset)
    {
        var start = preset.Build();
        using var training = new TinyTraining(preset, start);
        for (var step = 0; step < PlannedSteps && training.Step() >= SettledLoss;)
            step++;

        // Momentum 0 makes the moving statistics those of the batch at once.
        var nodes = start.Graph.Nodes.Select(node => node.Op is BatchNorm norm ? node with { Op = norm with { Momentum = 0 } } : node);
        using var measuring = new TinyTraining(preset, new Model(start.Graph.With(nodes), training.Module.ReadWeights()));
        measuring.Differentiate();
        return start with { Weights = measuring.Module.ReadWeights() };
    }

    /// <returns>The loss before the step.</returns>
    public double Step()
    {
        var loss = Differentiate();
        _optimizer.Step(_plan.Schedule.At(_steps++, PlannedSteps));
        return loss;
    }

    /// <summary>Leaves the gradients with the parameters.</summary>
    public double Differentiate()
    {
        using var scope = NewDisposeScope();
        // Dropout draws from torch's generator.
        manual_seed(_steps);
        _optimizer.ZeroGradients();
        var inputs = new Dictionary<string, Tensor> { [Module.Graph.Inputs[0].Name] = Images(Module.Graph) };
        var wanted = _objective.LossValues(Module.Graph);
        var values = Module.Run(inputs, wanted, ForwardMode.Training);
        using var targets = _objective.AssignTargets(_batch);
        var loss = _objective.Loss([.. wanted.Select(name => values[name])], targets);
        loss.backward();
        return loss.ToDouble();
    }

    public void Dispose()
    {
        _batch.Dispose();
        _optimizer.Dispose();
        Module.Dispose();
    }

    /// <summary>The first class of every label set for the first sample, the last for the second; of a detector, of a box each.</summary>
    private static ImageBatch Labels(TinyPreset preset, BoundNetwork bound)
    {
        using var folder = new TemporaryFolder();
        TinyImages.WriteFolder(folder.Path, Samples, perClass: 1);
        bool detects = bound.Dataset.Format == DatasetFormat.Boxes;
        var samples = Enumerable.Range(0, Samples).Select(i => new ImageSample(
            $"class{i}/000.png", detects ? [] : [.. preset.LabelSets.Select(set => i == 0 ? 0 : set.Classes.Length - 1)], null, 24, 16)
        {
            Boxes = detects ? OneForEachMap(i == 0 ? 0 : preset.LabelSets[0].Classes.Length - 1) : [],
        });
        var dataset = new ImageDataset(folder.Path, preset.LabelSets, [.. samples]) { LabelsBoxes = detects };
        return new BatchLoader(dataset, bound.Dataset.Preprocessing, null, new BatchLoaderOptions { BatchSize = Samples, Workers = 1 }).ReadEpoch(0, 0, CancellationToken.None).Single();
    }

    /// <summary>Boxes on a picture of 24 × 16, one where each of a detector's maps has an anchor of its size.</summary>
    private static ImmutableArray<GroundTruthBox> OneForEachMap(int label) =>
        [.. new[] { (0.5f, 0.1f), (0.375f, 0.25f), (0.25f, 0.4f), (0.5f, 0.55f), (0.5f, 0.7f), (0.5f, 0.85f) }.Select(place => new GroundTruthBox(label, Around(place), Difficult: false))];

    private static BoundingBox Around((float Centre, float Size) place)
    {
        var (low, high) = (place.Centre - (place.Size / 2), place.Centre + (place.Size / 2));
        return new BoundingBox(24 * low, 16 * low, 24 * high, 16 * high);
    }

    /// <summary>The model's outputs for the two samples, side by side for each sample.</summary>
    public static float[] Predict(Model model, Action<string, Tensor>? observe = null)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var module = new GraphModule(model, CPU);
        var inputs = new Dictionary<string, Tensor> { [model.Graph.Inputs[0].Name] = Images(model.Graph) };
        var values = module.Run(inputs, model.Graph.Outputs, ForwardMode.Inference, observe);
        return BySample([.. model.Graph.Outputs.Select(output => values[output].contiguous().data<float>().ToArray())]);
    }

    /// <summary>Puts the rows of all outputs side by side.</summary>
    public static float[] BySample(IReadOnlyList<float[]> outputs) =>
        [.. Enumerable.Range(0, Samples).SelectMany(sample => outputs.SelectMany(output => output.Chunk(output.Length / Samples).ElementAt(sample)))];

    public static float[] Pixels(NetworkGraph graph) => Numbers.Uniform(Samples * graph.Inputs[0].Type.Shape.ElementCount, seed: 8, amplitude: 2);

    private static Tensor Images(NetworkGraph graph) => tensor(Pixels(graph), [.. graph.Inputs[0].Type.Shape.With(0, Samples).Sizes]);
}
