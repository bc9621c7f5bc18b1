using Tao.Graph.Ops;
using Tao.Graph.Passes;

namespace Tao.Graph.Tests.Passes;

/// <summary>The folded network on raw pixels computes what the original computes on normalised ones.</summary>
public sealed class FoldNormalizationPassTests
{
    public static TheoryData<string, InputNormalization, bool, string> Cases => new()
    {
        { "caffe, no padding", new([1, 1, 1], [-103.939f, -116.779f, -123.68f], ReverseChannels: true), false, "conv relu" },
        { "caffe, padded", new([1, 1, 1], [-103.939f, -116.779f, -123.68f], ReverseChannels: true), true, "input_1_scale conv relu" },
        { "torch, no padding", new([1 / 58.4f, 1 / 57.1f, 1 / 57.4f], [-2.1f, -2.0f, -1.8f]), false, "conv relu" },
        { "torch, padded", new([1 / 58.4f, 1 / 57.1f, 1 / 57.4f], [-2.1f, -2.0f, -1.8f]), true, "input_1_scale conv relu" },
        { "factors alone fold through padding", new([0.5f, 0.25f, 2], [0, 0, 0], ReverseChannels: true), true, "conv relu" },
        { "order alone", new([1, 1, 1], [0, 0, 0], ReverseChannels: true), true, "conv relu" },
        { "nothing", new([1, 1, 1], [0, 0, 0]), true, "conv relu" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Raw_pixels_give_the_same_result(string why, InputNormalization normalization, bool padded, string nodes)
    {
        var builder = new GraphBuilder(why);
        var x = builder.Input("input_1", TensorType.Image(3, 4, 4));
        x = builder.Add("conv", new Conv2d(2, 3, 3, 1, padded ? Padding.Same(3) : default, Bias: false), x);
        var model = Samples.Initialised(builder.Build(builder.Add("relu", new Relu(), x)));
        var random = new Random(3);
        var raw = Enumerable.Range(0, 48).Select(_ => (double)random.Next(256)).ToArray();

        var folded = PassRunner.Run(model, new FoldNormalizationPass(normalization));

        Assert.Equal(nodes, string.Join(' ', folded.Graph.Nodes.Select(node => node.Name)));
        FoldBatchNormPassTests.AssertClose(ReferenceInterpreter.Run(model, Normalize(raw, normalization)), ReferenceInterpreter.Run(folded, raw));
    }

    [Fact]
    public void Second_reader_that_pads_puts_the_scale_in_front_of_both()
    {
        var builder = new GraphBuilder("two");
        var x = builder.Input("input_1", TensorType.Image(3, 4, 4));
        var a = builder.Add("a", new Conv2d(2, 1, 1), x);
        var b = builder.Add("b", new Conv2d(2, 3, 3, 1, Padding.Same(3)), x);
        var model = Samples.Initialised(builder.Build(builder.Add("add", new Add(), a, b)));
        var normalization = new InputNormalization([1, 2, 3], [4, 5, 6], ReverseChannels: true);
        var raw = RandomNetwork.Sample(model.Graph, 1);

        var folded = PassRunner.Run(model, new FoldNormalizationPass(normalization));
        Assert.Equal(new Scale([3, 2, 1], [6, 5, 4]), folded.Graph.Nodes[0].Op);
        FoldBatchNormPassTests.AssertClose(ReferenceInterpreter.Run(model, Normalize(raw, normalization)), ReferenceInterpreter.Run(folded, raw));
    }

    [Fact]
    public void Quantised_network_gets_the_scale_in_front_of_its_quantiser()
    {
        var builder = new GraphBuilder("quantized");
        var x = builder.Add("conv", new Conv2d(2, 1, 1), builder.Input("input_1", TensorType.Image(3, 4, 4)));
        var model = Samples.Initialised(builder.Build(builder.Add("relu", new Relu(), x)));
        var quantized = PassRunner.Run(model, new FakeQuantPass(QuantizationRanges.Starting(model.Graph)));
        var normalization = new InputNormalization([0.01f, 0.01f, 0.02f], [0, -0.3f, 0], ReverseChannels: true);
        var raw = Enumerable.Range(0, 48).Select(i => 5.0 * i).ToArray();

        var folded = PassRunner.Run(quantized, new FoldNormalizationPass(normalization));
        Assert.Equal(["input_1_scale", "input_1_quant"], folded.Graph.Nodes.Take(2).Select(node => node.Name));
        FoldBatchNormPassTests.AssertClose(ReferenceInterpreter.Run(quantized, Normalize(raw, normalization)), ReferenceInterpreter.Run(folded, raw));
    }

    [Fact]
    public void What_cannot_be_reversed_is_refused()
    {
        var builder = new GraphBuilder("flat");
        var x = builder.Add("flatten", new Flatten(), builder.Input("input_1", TensorType.Image(3, 2, 2)));
        var model = Samples.Initialised(builder.Build(builder.Add("fc", new Linear(2), x)));

        Assert.Contains("'flatten'", Assert.Throws<GraphException>(() => new FoldNormalizationPass(new([1, 1, 1], [0, 0, 0], true)).Apply(model)).Message);
        Assert.Contains("2 factors", Assert.Throws<GraphException>(() => new FoldNormalizationPass(new([1, 1], [0, 0, 0])).Apply(model)).Message);
    }

    private static double[] Normalize(double[] raw, InputNormalization normalization)
    {
        var area = raw.Length / 3;
        return [.. Enumerable.Range(0, raw.Length).Select(i =>
        {
            var channel = i / area;
            var source = normalization.ReverseChannels ? 2 - channel : channel;
            return (raw[(source * area) + (i % area)] * normalization.Factor[channel]) + normalization.Offset[channel];
        })];
    }
}
