using Tao.Graph.Ops;
using Tao.Graph.Passes;

namespace Tao.Graph.Tests.Passes;

public sealed class StripFakeQuantPassTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    public void The_float_model_comes_back(int seed)
    {
        var model = PassRunner.Run(RandomNetwork.Create(seed), new EliminateDropoutPass(), new FoldBatchNormPass());
        var quantized = PassRunner.Run(model, new FakeQuantPass(QuantizationRanges.Starting(model.Graph)));
        var stripped = PassRunner.Run(quantized, new StripFakeQuantPass());

        Assert.Equal(model.Graph.Nodes, stripped.Graph.Nodes);
        Assert.Equal(model.Graph.Outputs, stripped.Graph.Outputs);
        Assert.Equal(model.Weights.Values.Keys, stripped.Weights.Values.Keys);
        Assert.True(StripFakeQuantPass.IsQuantized(quantized.Graph));
        Assert.False(StripFakeQuantPass.IsQuantized(stripped.Graph));
    }

    [Fact]
    public void The_ranges_give_back_the_8_bit_model()
    {
        var model = PassRunner.Run(RandomNetwork.Create(5), new EliminateDropoutPass(), new FoldBatchNormPass());
        var values = model.Graph.Inputs.Select(input => input.Name).Concat(model.Graph.Nodes.Select(node => node.Name));
        var ranges = new QuantizationRanges(values.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => 1f + pair.i));
        var quantized = PassRunner.Run(model, new FakeQuantPass(ranges));

        var again = PassRunner.Run(PassRunner.Run(quantized, new StripFakeQuantPass()), new FakeQuantPass(StripFakeQuantPass.RangesOf(quantized)));

        Assert.Equal(quantized.Graph.Nodes, again.Graph.Nodes);
        Assert.All(quantized.Weights.Values, weight => Assert.True(weight.Value.Data.Span.SequenceEqual(again.Weights[weight.Key].Data.Span), weight.Key));
    }

    [Fact]
    public void A_float_model_stays_as_it_is()
    {
        var model = Samples.Initialised(RandomNetwork.Create(2).Graph);
        Assert.Equal(model.Graph.Nodes, new StripFakeQuantPass().Apply(model).Graph.Nodes);
    }
}
