using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Runtime.Optimization;
using Tao.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Runtime.Tests.Optimization;

[Collection(TorchGenerator.Name)]
public sealed class ParameterOptimizerTests
{
    private const double Rate = 0.1;

    private static readonly double[] _gradients = [0.5, -0.25, 1];

    public static TheoryData<OptimizerSettings, OptimizerReference> Settings => new()
    {
        { new SgdSettings(), new(OptimizerReference.Sgd(0, false)) },
        { new SgdSettings(Decay: 0.5), new(OptimizerReference.Sgd(0, false), 0.5) },
        { new SgdSettings(Momentum: 0.9), new(OptimizerReference.Sgd(0.9, false)) },
        { new SgdSettings(Momentum: 0.8, Nesterov: true, Decay: 0.1), new(OptimizerReference.Sgd(0.8, true), 0.1) },
        { new AdamSettings(), new(OptimizerReference.Adam(0.9, 0.999, 1e-7, false)) },
        { new AdamSettings(0.7, 0.8, 0.01, Decay: 0.2), new(OptimizerReference.Adam(0.7, 0.8, 0.01, false), 0.2) },
        { new AdamSettings(0.7, 0.5, 0.01, AmsGrad: true), new(OptimizerReference.Adam(0.7, 0.5, 0.01, true)) },
        { new RmsPropSettings(), new(OptimizerReference.RmsProp(0.9, 0, 1e-7, false)) },
        { new RmsPropSettings(0.6, Epsilon: 0.01, Centered: true, Decay: 0.3), new(OptimizerReference.RmsProp(0.6, 0, 0.01, true), 0.3) },
        { new RmsPropSettings(0.6, 0.5, 0.01), new(OptimizerReference.RmsProp(0.6, 0.5, 0.01, false)) },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Settings_mean_what_they_mean_in_Keras(OptimizerSettings settings, OptimizerReference reference)
    {
        using var module = SmallNetworks.OneWeight(1).ToModule();
        using var optimizer = ParameterOptimizer.Create(settings, module.Trainable, Regularizer.None);
        double expected = 1;
        foreach (var gradient in _gradients)
        {
            optimizer.ZeroGradients();
            Backward(module, (float)gradient);
            optimizer.Step(Rate);
            expected = reference.Next(expected, gradient, Rate);
            Assert.Equal(expected, module.ReadWeights()["one.weight"].Data.Span[0], 2e-6);
        }
    }

    /// <summary>The gradient with its L2 penalty is 3 + 2·0.5·1 = 4 and is cut to 2; without a bound, and below it, it counts whole.</summary>
    [Theory]
    [InlineData(3f, 2.0, 1 - (Rate * 2))]
    [InlineData(-3f, 1.5, 1 + (Rate * 1.5))]
    [InlineData(0.5f, 2.0, 1 - (Rate * 1.5))]
    [InlineData(3f, null, 1 - (Rate * 4))]
    public void Long_gradients_are_cut_with_their_penalty(float gradient, double? bound, double expected)
    {
        using var module = SmallNetworks.OneWeight(1).ToModule();
        var regularizer = new Regularizer(RegularizerKind.L2, 0.5, [nameof(Linear)]);
        using var optimizer = ParameterOptimizer.Create(new SgdSettings { ClipNorm = bound }, module.Trainable, regularizer);
        optimizer.ZeroGradients();
        Backward(module, gradient);
        optimizer.Step(Rate);
        Assert.Equal(expected, module.ReadWeights()["one.weight"].Data.Span[0], 2e-6);
    }

    /// <summary>By hand: v = −0.05, w = 0.95; v = 0.9·(−0.05) − 0.1/(1 + 0.5)·0.5.</summary>
    [Fact]
    public void The_decay_counts_the_steps_done()
    {
        using var module = SmallNetworks.OneWeight(1).ToModule();
        using var optimizer = ParameterOptimizer.Create(new SgdSettings(Momentum: 0.9, Decay: 0.5), module.Trainable, Regularizer.None);
        foreach (var expected in new[] { 0.95f, 0.95f - 0.045f - (0.05f / 1.5f) })
        {
            optimizer.ZeroGradients();
            Backward(module, 0.5f);
            optimizer.Step(Rate);
            Assert.Equal(expected, module.ReadWeights()["one.weight"].Data.Span[0], 1e-6f);
        }
    }

    public static TheoryData<OptimizerSettings, RegularizerKind> Resumable => new()
    {
        { new SgdSettings(0.9, true, 0.01), RegularizerKind.L2 },
        { new AdamSettings(AmsGrad: true, Decay: 0.1), RegularizerKind.L1 },
        { new RmsPropSettings(Momentum: 0.5, Centered: true), RegularizerKind.L2 },
        { new SgdSettings(), RegularizerKind.None },
    };

    [Theory]
    [MemberData(nameof(Resumable))]
    public void Steps_with_a_save_between_equal_unbroken_ones_bit_for_bit(OptimizerSettings settings, RegularizerKind kind)
    {
        var regularizer = new Regularizer(kind, 1e-2, ["Conv2d", "Linear"]);
        var start = SmallNetworks.Mixed();
        var unbroken = Train(start, null, settings, regularizer, 0..6);
        var half = Train(start, null, settings, regularizer, 0..3);
        var resumed = Train(start with { Weights = half.Weights }, half.State, settings, regularizer, 3..6);

        AssertEqual(unbroken.Weights, resumed.Weights);
        AssertEqual(unbroken.State, resumed.State);
        Assert.Contains(unbroken.Weights.Values, weight => !weight.Value.Data.Span.SequenceEqual(start.Weights[weight.Key].Data.Span));
    }

    [Fact]
    public void A_step_count_beyond_a_floats_precision_survives()
    {
        using var module = SmallNetworks.OneWeight(1).ToModule();
        using var optimizer = ParameterOptimizer.Create(new SgdSettings(), module.Trainable, Regularizer.None);
        var state = optimizer.ReadState().With("steps", new WeightTensor(new TensorShape(2), new float[] { 40, 3 }));
        optimizer.WriteState(state);
        optimizer.Step(Rate);
        Assert.Equal([40f, 4f], optimizer.ReadState()["steps"].Data.ToArray());
    }

    [Theory]
    [InlineData(RegularizerKind.L1, "Conv2d")]
    [InlineData(RegularizerKind.L2, "Conv2d Linear")]
    [InlineData(RegularizerKind.L2, "Linear")]
    [InlineData(RegularizerKind.None, "Conv2d Linear")]
    public void The_penalty_is_that_of_the_named_kernels(RegularizerKind kind, string ops)
    {
        const double weight = 0.02;
        var model = SmallNetworks.Mixed();
        var names = ops.Split(' ').ToImmutableHashSet();
        using var module = model.ToModule();
        using var optimizer = ParameterOptimizer.Create(new SgdSettings(), module.Trainable, new Regularizer(kind, weight, names));

        var kernels = model.Graph.Nodes.Where(node => names.Contains(node.Op.Name)).SelectMany(node => model.Weights[$"{node.Name}.weight"].Data.ToArray());
        var expected = weight * kernels.Sum(value => kind switch
        {
            RegularizerKind.L1 => Math.Abs((double)value),
            RegularizerKind.L2 => (double)value * value,
            _ => 0,
        });
        Assert.Equal(expected, optimizer.Penalty(), 1e-6);
        optimizer.Step(Rate);
        Assert.Equal(expected, optimizer.LastPenalty, 1e-6);
    }

    [Theory]
    [InlineData(RegularizerKind.L1)]
    [InlineData(RegularizerKind.L2)]
    public void The_penaltys_gradient_is_the_numeric_one_and_no_other_parameter_moves(RegularizerKind kind)
    {
        const float step = 1e-2f;
        var model = SmallNetworks.Mixed();
        var regularizer = new Regularizer(kind, 0.5, ["Conv2d"]);
        double PenaltyOf(Weights weights)
        {
            using var module = (model with { Weights = weights }).ToModule();
            using var optimizer = ParameterOptimizer.Create(new SgdSettings(), module.Trainable, regularizer);
            return optimizer.Penalty();
        }

        using var moved = model.ToModule();
        using var sgd = ParameterOptimizer.Create(new SgdSettings(), moved.Trainable, regularizer);
        sgd.Step(1);
        var after = moved.ReadWeights();

        var before = model.Weights["kept.weight"];
        for (var i = 0; i < before.Data.Length; i++)
        {
            WeightTensor Shifted(float by)
            {
                var values = before.Data.ToArray();
                values[i] += by;
                return before with { Data = values };
            }

            var numeric = (PenaltyOf(model.Weights.With("kept.weight", Shifted(step))) - PenaltyOf(model.Weights.With("kept.weight", Shifted(-step)))) / (2 * step);
            Assert.Equal(numeric, before.Data.Span[i] - after["kept.weight"].Data.Span[i], 1e-3);
        }
        foreach (var name in new[] { "logits.weight", "kept.bias", "depth.weight", "normal.weight", "normal.running_var" })
            Assert.Equal(model.Weights[name].Data.ToArray(), after[name].Data.ToArray());
    }

    private static (Weights Weights, Weights State) Train(Model model, Weights? state, OptimizerSettings settings, Regularizer regularizer, Range steps)
    {
        using var module = model.ToModule();
        using var optimizer = ParameterOptimizer.Create(settings, module.Trainable, regularizer);
        if (state is not null)
            optimizer.WriteState(state);
        for (var step = steps.Start.Value; step < steps.End.Value; step++)
        {
            using var scope = NewDisposeScope();
            manual_seed(step);
            optimizer.ZeroGradients();
            using var image = Numbers.Uniform(2 * 3 * 6 * 6, seed: step).ToTensor(2, 3, 6, 6);
            var logits = module.Run(image, "logits", ForwardMode.Training);
            logits.pow(2).mean().backward();
            optimizer.Step(0.01);
        }
        return (module.ReadWeights(), optimizer.ReadState());
    }

    private static void Backward(GraphModule module, float gradient)
    {
        using var scope = NewDisposeScope();
        module.Run(new[] { gradient }.ToTensor(1, 1), "one", ForwardMode.Training).sum().backward();
    }

    private static void AssertEqual(Weights expected, Weights actual)
    {
        Assert.Equal(expected.Values.Keys, actual.Values.Keys);
        Assert.All(expected.Values, pair => Assert.Equal(pair.Value.Data.ToArray(), actual[pair.Key].Data.ToArray()));
    }
}
