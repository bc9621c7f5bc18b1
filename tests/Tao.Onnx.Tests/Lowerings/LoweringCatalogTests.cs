using Tao.Graph;
using Tao.Onnx.Lowerings;

namespace Tao.Onnx.Tests.Lowerings;

public class LoweringCatalogTests
{
    [Fact]
    public void Every_op_has_a_lowering()
    {
        Assert.Equal(OpCatalog.All.Select(type => type.Name).Order(), LoweringCatalog.All.Select(lowering => lowering.Op.Name).Order());
    }

    [Fact]
    public void A_lowering_bears_its_ops_name()
    {
        Assert.All(LoweringCatalog.All, lowering => Assert.Equal(lowering.Op.Name, lowering.GetType().Name));
    }

    [Fact]
    public void An_op_without_a_lowering_is_named()
    {
        var exception = Assert.Throws<OnnxException>(() => LoweringCatalog.For(new Node("layer7", new Unknown(), ["x"])));
        Assert.Contains("Unknown", exception.Message);
        Assert.Contains("layer7", exception.Message);
    }

    private sealed record Unknown : OpDefinition
    {
        public override ChannelFlow ChannelFlow => ChannelFlow.Follows;

        public override QuantizationPolicy Quantization => QuantizationPolicy.Float;

        public override TensorType InferType(IReadOnlyList<TensorType> inputs) => inputs[0];
    }
}
