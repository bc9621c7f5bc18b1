using System.Collections.Concurrent;
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
    private readonly TinyPreset _preset;
    private readonly ParameterOptimizer _optimizer;
    private int _steps;

    public TinyTraining(TinyPreset preset, Model model)
    {
        var bound = preset.Bind();
        (_preset, _plan) = (preset, bound.Training);
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
        var loss = _objective.Loss([.. wanted.Select(name => values[name])], tensor(Targets(), Samples, _preset.OutputLength));
        loss.backward();
        return loss.ToDouble();
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        Module.Dispose();
    }

    /// <summary>The first class of every label set for the first sample, the last for the second.</summary>
    private float[] Targets() =>
    [
        .. _preset.LabelSets.SelectMany(set => set.Classes.Select((_, i) => i == 0 ? 1f : 0)),
        .. _preset.LabelSets.SelectMany(set => set.Classes.Select((_, i) => i == set.Classes.Length - 1 ? 1f : 0)),
    ];

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
