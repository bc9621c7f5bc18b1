using Tao.Graph.Ops;
using Tao.Graph.Passes;
using Tao.Graph.Verification;

namespace Tao.Graph.Tests.Passes;

/// <summary>Which channels stay where, on graphs small enough to follow by hand. Kernels are made to have given filter norms.</summary>
public sealed class PrunePassTests
{
    private static readonly PruneSettings _settings = new(Threshold: 0.5, MinFilters: 1, Granularity: 1);

    [Fact]
    public void Chain_cuts_kernels_biases_batch_norms_and_the_next_layers_inputs()
    {
        var builder = Start(2, 5, 4, out var x);
        x = builder.Add("a", new Conv2d(3, 1, 1), x);
        x = builder.Add("bn", new BatchNorm(1e-5, 0.9), x);
        x = builder.Add("relu", new Relu(), x);
        var model = Samples.Initialised(builder.Build(builder.Add("b", new Conv2d(2, 1, 1), x)))
            .With("a.weight", new WeightTensor(new TensorShape(3, 2, 1, 1), new float[] { 3, 4, 0, 1, 6, 8 }))
            .With("a.bias", Samples.Counting(new TensorShape(3)))
            .With("bn.running_mean", Samples.Counting(new TensorShape(3)))
            .With("b.weight", Samples.Counting(new TensorShape(2, 3, 1, 1)));

        // Norms 5, 1, 10 → 0.5, 0.1, 1: only the last is above 0.5.
        var (pruned, report) = new PrunePass(_settings with { Threshold = 0.49 }).Prune(model);

        Assert.Equal([3, 4, 6, 8], pruned.Weights.Values("a.weight"));
        Assert.Equal([0, 2], pruned.Weights.Values("a.bias"));
        Assert.Equal([0, 2], pruned.Weights.Values("bn.running_mean"));
        Assert.Equal([0, 2, 3, 5], pruned.Weights.Values("b.weight"));
        Assert.Equal(2, ((Conv2d)pruned.Graph.GetNode("a").Op).OutChannels);
        Assert.Equal(["a: 3 -> 0 2", "b: 2 -> 0 1"], Describe(report));
        // a 6 + 3, bn 12, b 6 + 2 = 29; a 4 + 2, bn 8, b 4 + 2 = 20.
        Assert.Equal((29, 20, 20.0 / 29), (report.ParametersBefore, report.ParametersAfter, report.PruningRatio));
    }

    [Fact]
    public void Output_layer_is_never_pruned_through_whatever_follows_it()
    {
        var builder = Start(2, 3, 3, out var x);
        x = builder.Add("conv10", new Conv2d(4, 1, 1), x);
        x = builder.Add("relu", new Relu(), x);
        x = builder.Add("avg_pool", new GlobalAveragePool(), x);
        x = builder.Add("flatten", new Flatten(), x);
        var model = WithNorms(builder.Build(builder.Add("softmax", new Softmax(), x)), ("conv10", [1, 0, 0, 0]));

        Assert.Equal(["conv10: 4 -> 0 1 2 3"], Describe(new PrunePass(_settings).Prune(model).Report));
    }

    [Fact]
    public void Layer_above_a_softmax_inside_the_network_keeps_all()
    {
        var builder = Start(2, 3, 3, out var x);
        x = builder.Add("a", new Conv2d(3, 1, 1), x);
        x = builder.Add("softmax", new Softmax(), x);
        var model = WithNorms(builder.Build(builder.Add("b", new Conv2d(2, 1, 1), x)), ("a", [1, 0, 0]));

        Assert.Equal(["a: 3 -> 0 1 2", "b: 2 -> 0 1"], Describe(new PrunePass(_settings).Prune(model).Report));
    }

    [Fact]
    public void Flatten_expands_a_channel_to_its_pixels()
    {
        var builder = Start(1, 1, 3, out var x);
        x = builder.Add("a", new Conv2d(3, 1, 1), x);
        x = builder.Add("flatten", new Flatten(), x);
        var model = WithNorms(builder.Build(builder.Add("predictions", new Linear(2, Bias: false), x)), ("a", [1, 0.2f, 0.9f]))
            .With("predictions.weight", Samples.Counting(new TensorShape(2, 9)));

        var pruned = new PrunePass(_settings).Apply(model);
        Assert.Equal([0, 1, 2, 6, 7, 8, 9, 10, 11, 15, 16, 17], pruned.Weights.Values("predictions.weight"));
    }

    [Fact]
    public void Concatenation_shifts_the_indices_by_the_original_widths()
    {
        var builder = Start(2, 3, 3, out var x);
        var a = builder.Add("a", new Conv2d(3, 1, 1), x);
        var b = builder.Add("b", new Conv2d(2, 1, 1), x);
        var concat = builder.Add("concat", new Concat(), a, x, b);
        var model = WithNorms(builder.Build(builder.Add("last", new Conv2d(1, 1, 1), concat)), ("a", [0.1f, 1, 1]), ("b", [0.1f, 1]))
            .With("last.weight", Samples.Counting(new TensorShape(1, 7, 1, 1)));

        // a: channels 0..2, x: 3..4, b: 5..6
        Assert.Equal([1, 2, 3, 4, 6], new PrunePass(_settings).Apply(model).Weights.Values("last.weight"));
    }

    [Theory]
    // Normalised norms: a = 1, 0.6, 0.2, 0.6; b = 0.2, 0.6, 1, 0.3
    [InlineData(EqualizationCriterion.Union, "0 1 2 3")]            // 1, 0.6, 1, 0.6
    [InlineData(EqualizationCriterion.Intersection, "1")]           // 0.2, 0.6, 0.2, 0.3
    [InlineData(EqualizationCriterion.ArithmeticMean, "0 1 2")]     // 0.6, 0.6, 0.6, 0.45
    [InlineData(EqualizationCriterion.GeometricMean, "1")]          // 0.447, 0.6, 0.447, 0.424
    public void Layers_that_are_added_keep_the_same_channels(EqualizationCriterion criterion, string expected)
    {
        var builder = Start(2, 3, 3, out var x);
        var a = builder.Add("bn", new BatchNorm(1e-5, 0.9), builder.Add("a", new Conv2d(4, 1, 1), x));
        var b = builder.Add("relu", new Relu(), builder.Add("b", new Conv2d(4, 1, 1), x));
        var model = WithNorms(builder.Build(builder.Add("last", new Conv2d(1, 1, 1), builder.Add("add", new Add(), a, b))),
            ("a", [10, 6, 2, 6]), ("b", [2, 6, 10, 3]));

        var report = new PrunePass(_settings with { Equalization = criterion }).Prune(model).Report;
        Assert.Equal([$"a: 4 -> {expected}", $"b: 4 -> {expected}", "last: 1 -> 0"], Describe(report));
    }

    [Fact]
    public void Residual_chain_is_one_group_that_decides_anew_as_it_grows()
    {
        var builder = Start(2, 3, 3, out var x);
        x = builder.Add("a", new Conv2d(3, 1, 1), x);
        foreach (var name in new[] { "b", "c" })
        {
            var inner = builder.Add($"{name}_inner", new Conv2d(2, 1, 1), x);
            x = builder.Add($"{name}_add", new Add(), builder.Add(name, new Conv2d(3, 1, 1), inner), x);
            x = builder.Add($"{name}_relu", new Relu(), x);
        }
        var model = WithNorms(builder.Build(builder.Add("last", new Conv2d(1, 1, 1), x)),
            ("a", [1, 0.1f, 0.1f]), ("b", [1, 0.2f, 0.2f]), ("c", [0.3f, 1, 0.3f]), ("b_inner", [1, 0.2f]), ("c_inner", [0.2f, 1]));

        // a + b alone would keep only channel 0; c, which meets them later, brings back channel 1 for all three.
        Assert.Equal(
            ["a: 3 -> 0 1", "b_inner: 2 -> 0", "b: 3 -> 0 1", "c_inner: 2 -> 1", "c: 3 -> 0 1", "last: 1 -> 0"],
            Describe(new PrunePass(_settings).Prune(model).Report));
        // The mean is over the three layers, not over a mean of means: (0.1 + 0.2 + 1) / 3 < 0.5.
        var mean = new PrunePass(_settings with { Equalization = EqualizationCriterion.ArithmeticMean }).Prune(model).Report;
        Assert.Equal("a: 3 -> 0", Describe(mean)[0]);
    }

    [Fact]
    public void Two_groups_that_meet_become_one()
    {
        var builder = Start(2, 3, 3, out var x);
        var (a, b) = (builder.Add("a", new Conv2d(2, 1, 1), x), builder.Add("b", new Conv2d(2, 1, 1), x));
        var (c, d) = (builder.Add("c", new Conv2d(2, 1, 1), x), builder.Add("d", new Conv2d(2, 1, 1), x));
        var left = builder.Add("left", new Add(), a, b);
        var right = builder.Add("right", new Add(), c, d);
        var model = WithNorms(builder.Build(builder.Add("last", new Conv2d(1, 1, 1), builder.Add("both", new Add(), left, right))),
            ("a", [1, 0.1f]), ("b", [1, 0.1f]), ("c", [1, 0.1f]), ("d", [0.1f, 1]));

        Assert.Equal(
            ["a: 2 -> 0 1", "b: 2 -> 0 1", "c: 2 -> 0 1", "d: 2 -> 0 1", "last: 1 -> 0"],
            Describe(new PrunePass(_settings).Prune(model).Report));
    }

    [Theory]
    [InlineData("b")]
    [InlineData("a")]
    public void Excluded_layer_keeps_all_and_so_do_those_tied_to_it(string excluded)
    {
        var builder = Start(2, 3, 3, out var x);
        var add = builder.Add("add", new Add(), builder.Add("a", new Conv2d(2, 1, 1), x), builder.Add("b", new Conv2d(2, 1, 1), x));
        var model = WithNorms(builder.Build(builder.Add("last", new Conv2d(1, 1, 1), builder.Add("c", new Conv2d(2, 1, 1), add))),
            ("a", [1, 0.1f]), ("b", [1, 0.1f]), ("c", [1, 0.1f]));

        Assert.Equal(
            ["a: 2 -> 0 1", "b: 2 -> 0 1", "c: 2 -> 0", "last: 1 -> 0"],
            Describe(new PrunePass(_settings with { ExcludedLayers = [excluded] }).Prune(model).Report));
    }

    [Theory]
    // Normalised norms: expand = 1, 0.2, 0.4; depthwise = 0.2, 1, 0.5
    [InlineData(EqualizationCriterion.Union, 0.45, "0 1 2")]
    [InlineData(EqualizationCriterion.Intersection, 0.3, "2")]
    [InlineData(EqualizationCriterion.ArithmeticMean, 0.5, "0 1")]
    [InlineData(EqualizationCriterion.GeometricMean, 0.446, "0 1 2")]
    [InlineData(EqualizationCriterion.GeometricMean, 0.448, "0")]
    public void Depthwise_convolution_and_its_producer_decide_together(EqualizationCriterion criterion, double threshold, string expected)
    {
        var builder = Start(2, 3, 3, out var x);
        x = builder.Add("relu6", new Relu6(), builder.Add("bn", new BatchNorm(1e-5, 0.9), builder.Add("expand", new Conv2d(3, 1, 1), x)));
        x = builder.Add("depthwise", new DepthwiseConv2d(1, 1, Bias: true), x);
        var model = WithNorms(builder.Build(builder.Add("project", new Conv2d(1, 1, 1), x)), ("expand", [5, 1, 2]), ("depthwise", [2, 10, 5]));

        var settings = _settings with { Equalization = criterion, Threshold = threshold, MinFilters = 1 };
        // Geometric means are 0.4472 twice; 0.448 leaves none, so the minimum of one stays: the first.
        Assert.Equal(
            [$"expand: 3 -> {expected}", $"depthwise: 3 -> {expected}", "project: 1 -> 0"],
            Describe(new PrunePass(settings).Prune(model).Report));
    }

    [Fact]
    public void Depthwise_convolution_on_the_input_keeps_all()
    {
        var builder = Start(3, 3, 3, out var x);
        x = builder.Add("last", new Conv2d(1, 1, 1), builder.Add("depthwise", new DepthwiseConv2d(1, 1), x));
        var model = WithNorms(builder.Build(x), ("depthwise", [1, 0.1f, 0.1f]));
        Assert.Equal(["depthwise: 3 -> 0 1 2", "last: 1 -> 0"], Describe(new PrunePass(_settings).Prune(model).Report));
    }

    [Fact]
    public void Sum_with_the_input_keeps_all()
    {
        var builder = Start(3, 3, 3, out var x);
        var add = builder.Add("add", new Add(), builder.Add("a", new Conv2d(3, 1, 1), x), x);
        var model = WithNorms(builder.Build(builder.Add("last", new Conv2d(1, 1, 1), add)), ("a", [1, 0.1f, 0.1f]));
        Assert.Equal(["a: 3 -> 0 1 2", "last: 1 -> 0"], Describe(new PrunePass(_settings).Prune(model).Report));
    }

    [Fact]
    public void Gate_of_one_channel_is_stretched_and_has_no_say()
    {
        var builder = Start(2, 3, 3, out var x);
        var a = builder.Add("a", new Conv2d(3, 1, 1), x);
        var gate = builder.Add("sigmoid", new Sigmoid(), builder.Add("gate", new Conv2d(1, 1, 1), x));
        var gated = builder.Add("gated", new Multiply(), a, gate);
        var model = WithNorms(builder.Build(builder.Add("last", new Conv2d(1, 1, 1), gated)), ("a", [1, 0.1f, 1]));
        Assert.Equal(["a: 3 -> 0 2", "gate: 1 -> 0", "last: 1 -> 0"], Describe(new PrunePass(_settings).Prune(model).Report));
    }

    [Fact]
    public void Squeeze_and_excitation_gate_keeps_the_channels_it_gates()
    {
        var builder = Start(2, 3, 3, out var x);
        var a = builder.Add("a", new Conv2d(3, 1, 1), x);
        var squeezed = builder.Add("squeeze", new Conv2d(2, 1, 1), builder.Add("pool", new GlobalAveragePool(), a));
        var gate = builder.Add("sigmoid", new Sigmoid(), builder.Add("excite", new Conv2d(3, 1, 1), squeezed));
        var model = WithNorms(builder.Build(builder.Add("last", new Conv2d(1, 1, 1), builder.Add("gated", new Multiply(), a, gate))),
            ("a", [1, 0.1f, 0.1f]), ("squeeze", [0.1f, 1]), ("excite", [0.1f, 0.1f, 1]));
        Assert.Equal(["a: 3 -> 0 2", "squeeze: 2 -> 1", "excite: 3 -> 0 2", "last: 1 -> 0"], Describe(new PrunePass(_settings).Prune(model).Report));
    }

    [Fact]
    public void Concatenation_on_the_way_to_a_sum_is_an_error()
    {
        var builder = Start(2, 3, 3, out var x);
        var concat = builder.Add("mixed", new Concat(), builder.Add("a", new Conv2d(2, 1, 1), x), builder.Add("b", new Conv2d(2, 1, 1), x));
        var add = builder.Add("add", new Add(), builder.Add("relu", new Relu(), concat), builder.Add("c", new Conv2d(4, 1, 1), x));
        var model = Samples.Initialised(builder.Build(builder.Add("last", new Conv2d(1, 1, 1), add)));

        var exception = Assert.Throws<GraphException>(() => new PrunePass(_settings).Prune(model));
        Assert.Equal("Pruning is not possible with mixed layer in the way", exception.Message);
    }

    [Fact]
    public void Shared_parameters_are_one_layer()
    {
        var builder = Start(2, 3, 3, out var x);
        var a = builder.Add("a", new Conv2d(3, 1, 1), x);
        var b = builder.Add(new Node("b", new Conv2d(3, 1, 1), [x]) { ParameterScope = "a" });
        var model = WithNorms(builder.Build(builder.Add("last", new Conv2d(1, 1, 1), builder.Add("concat", new Concat(), a, b))), ("a", [1, 0.1f, 1]))
            .With("last.weight", Samples.Counting(new TensorShape(1, 6, 1, 1)));

        var (pruned, report) = new PrunePass(_settings).Prune(model);
        Assert.Equal(["a: 3 -> 0 2", "last: 1 -> 0"], Describe(report));
        Assert.Equal([0, 2, 3, 5], pruned.Weights.Values("last.weight"));
    }

    /// <summary>As in a feature pyramid, whose levels one head reads: a channel stays where any level needs it.</summary>
    [Fact]
    public void Layers_that_one_shared_kernel_reads_keep_the_same_channels()
    {
        var builder = Start(2, 3, 3, out var x);
        var left = builder.Add("head", new Conv2d(1, 1, 1), builder.Add("relu", new Relu(), builder.Add("a", new Conv2d(3, 1, 1), x)));
        var right = builder.Add(new Node("head2", new Conv2d(1, 1, 1), [builder.Add("b", new Conv2d(3, 1, 1), x)]) { ParameterScope = "head" });
        var model = WithNorms(builder.Build(left, right), ("a", [1, 0.1f, 0.1f]), ("b", [0.1f, 0.1f, 1]))
            .With("head.weight", Samples.Counting(new TensorShape(1, 3, 1, 1)));

        var (pruned, report) = new PrunePass(_settings).Prune(model);
        Assert.Equal(["a: 3 -> 0 2", "head: 1 -> 0", "b: 3 -> 0 2"], Describe(report));
        Assert.Equal([0, 2], pruned.Weights.Values("head.weight"));
    }

    [Fact]
    public void Wrong_settings_are_reported_together()
    {
        var builder = Start(2, 3, 3, out var x);
        var model = Samples.Initialised(builder.Build(builder.Add("a", new Conv2d(3, 1, 1), x)));
        var settings = new PruneSettings(Granularity: 0, MinFilters: 0, Threshold: -1, ExcludedLayers: ["b"]);

        var message = Assert.Throws<GraphException>(() => new PrunePass(settings).Prune(model)).Message;
        Assert.Contains("granularity", message);
        Assert.Contains("at least 1 filter", message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("threshold", message);
        Assert.Contains("no layer 'b'", message);
    }

    [Fact]
    public void Frozen_marks_scopes_and_taps_survive()
    {
        var builder = Start(2, 3, 3, out var x);
        x = builder.Add(new Node("a", new Conv2d(3, 1, 1), [x]) { Frozen = true });
        builder.Tap("stride1", x);
        var model = WithNorms(builder.Build(builder.Add("last", new Conv2d(1, 1, 1), x)), ("a", [1, 0.1f, 1]));

        var pruned = PassRunner.Run(model, new PrunePass(_settings)).Graph;
        Assert.True(pruned.GetNode("a").Frozen);
        Assert.Equal("?x2x3x3", pruned.TypeOf(pruned.Taps["stride1"]).Shape.ToString());
    }

    private static GraphBuilder Start(int channels, int height, int width, out string input)
    {
        var builder = new GraphBuilder("net");
        input = builder.Input("input_1", TensorType.Image(channels, height, width));
        return builder;
    }

    private static Model WithNorms(NetworkGraph graph, params (string Layer, float[] Norms)[] layers)
    {
        var model = Samples.Initialised(graph);
        foreach (var (layer, norms) in layers)
        {
            var name = $"{layer}.weight";
            model = model.With(name, Samples.KernelWithNorms(model.Weights[name].Shape, norms));
        }
        GraphVerifier.Verify(model);
        return model;
    }

    private static List<string> Describe(PruneReport report) =>
        [.. report.Layers.Select(layer => FormattableString.Invariant($"{layer.Name}: {layer.Total} -> {string.Join(' ', layer.Kept)}"))];
}
