using Tao.Graph;
using Tao.Runtime.Kernels;
using Tao.Testing;
using Tao.Testing.Ops;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Runtime.Tests.Ops;

/// <summary>What every op of the catalogue promises at run time.</summary>
[Collection(TorchGenerator.Name)]
public sealed class OpContractTests
{
    public static TheoryData<OpCase> Cases => [.. OpTable.All];

    [Fact]
    public void Every_op_has_a_row() =>
        Assert.Empty(OpCatalog.All.Except(OpTable.All.Select(item => item.Op.GetType())).Select(op => $"{op.Name} has no row in OpTable."));

    [Fact]
    public void Every_op_has_one_kernel_and_every_kernel_an_op() =>
        Assert.Equal(OpCatalog.All.Select(op => op.Name).Order(), KernelCatalog.All.Keys.Select(op => op.Name).Order());

    [Fact]
    public void An_op_without_a_kernel_is_named()
    {
        var exception = Assert.Throws<GraphException>(() => KernelCatalog.For(new Unknown()));
        Assert.Contains(nameof(Unknown), exception.Message);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_shape_rule_tells_the_real_shape(OpCase item)
    {
        var model = item.Model();
        using var module = model.ToModule();
        foreach (var batch in new[] { 1, 3 })
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            var inputs = item.Inputs.Select((_, i) => KeyValuePair.Create($"x{i}", item.InputValues(batch)[i].ToTensor(item.InputShape(i, batch))));
            var output = module.Run(new Dictionary<string, Tensor>(inputs), [OpCase.NodeName], ForwardMode.Inference)[OpCase.NodeName];
            Assert.Equal(model.Graph.TypeOf(OpCase.NodeName).Shape.With(0, batch).Sizes, output.shape);
            Assert.All(output.ToArray(), value => Assert.True(float.IsFinite(value)));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_gradient_is_the_numeric_one(OpCase item)
    {
        if (item.NoNumericGradient is not null)
            return;
        using var check = new GradientCheck(item);
        foreach (var (name, expected, actual) in check.Compare())
            TorchValues.AssertClose(expected, actual, 5e-3f, $"{item.Name}, gradient of {name}");
    }

    private sealed record Unknown : OpDefinition
    {
        public override ChannelFlow ChannelFlow => ChannelFlow.Follows;

        public override QuantizationPolicy Quantization => QuantizationPolicy.Float;

        public override TensorType InferType(IReadOnlyList<TensorType> inputs) => inputs[0];
    }
}
