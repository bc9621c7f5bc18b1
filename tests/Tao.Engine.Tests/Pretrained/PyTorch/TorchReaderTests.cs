using Tao.Engine.Pretrained;
using Tao.Engine.Tests.Pretrained.Pickle;
using Tao.Graph;

namespace Tao.Engine.Tests.Pretrained.PyTorch;

public sealed class TorchReaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Both_formats_give_names_shapes_and_values(bool legacy)
    {
        var weights = Open(legacy, TorchBytes.Tensor("0", "Float", 6, [2, 3], [3, 1]), 6, TorchBytes.Floats(1, 2, 3, 4, 5, 6));
        Assert.Equal(new TensorShape(2, 3), weights["w"].Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], weights["w"].Data.ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Strides_and_offset_are_respected(bool legacy)
    {
        // x = torch.arange(12.).view(3, 4); x[1:, 1:3].t() has shape 2x2, strides (1, 4), offset 5.
        var storage = TorchBytes.Floats([.. Enumerable.Range(0, 12).Select(i => (float)i)]);
        var weights = Open(legacy, TorchBytes.Tensor("0", "Float", 12, [2, 2], [1, 4], offset: 5), 12, storage);
        Assert.Equal([5, 9, 6, 10], weights["w"].Data.ToArray());
    }

    [Fact]
    public void An_expanded_tensor_repeats_its_element()
    {
        var weights = Open(legacy: false, TorchBytes.Tensor("0", "Float", 1, [3], [0]), 1, TorchBytes.Floats(7));
        Assert.Equal([7, 7, 7], weights["w"].Data.ToArray());
    }

    [Fact]
    public void A_scalar_and_an_empty_tensor_are_read()
    {
        var scalar = Open(legacy: false, TorchBytes.Tensor("0", "Long", 1, [], []), 1, BitConverter.GetBytes(123L));
        Assert.Equal(0, scalar["w"].Shape.Rank);
        Assert.Equal([123], scalar["w"].Data.ToArray());
        var empty = Open(legacy: false, TorchBytes.Tensor("0", "Float", 0, [0, 3], [3, 1]), 0, []);
        Assert.Equal(0, empty["w"].Data.Length);
    }

    [Theory]
    [InlineData("Half", new byte[] { 0x00, 0x3e, 0x00, 0xc0 }, 1.5f, -2f)]
    [InlineData("BFloat16", new byte[] { 0xc0, 0x3f, 0x00, 0xc0 }, 1.5f, -2f)]
    [InlineData("Short", new byte[] { 0xff, 0xff, 0x02, 0x00 }, -1f, 2f)]
    [InlineData("Char", new byte[] { 0xff, 0x02 }, -1f, 2f)]
    [InlineData("Byte", new byte[] { 0xff, 0x02 }, 255f, 2f)]
    [InlineData("Bool", new byte[] { 0x00, 0x01 }, 0f, 1f)]
    [InlineData("Int", new byte[] { 0xfe, 0xff, 0xff, 0xff, 0, 0, 1, 0 }, -2f, 65536f)]
    [InlineData("Double", new byte[] { 0, 0, 0, 0, 0, 0, 0xf8, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0xc0 }, 1.5f, -2f)]
    public void Every_element_type_becomes_float(string type, byte[] bytes, float first, float second)
    {
        Assert.Equal([first, second], Open(legacy: false, TorchBytes.Tensor("0", type, 2, [2], [1]), 2, bytes)["w"].Data.ToArray());
        Assert.Equal([first, second], Open(legacy: true, TorchBytes.Tensor("0", type, 2, [2], [1]), 2, bytes)["w"].Data.ToArray());
    }

    [Theory]
    [InlineData("state_dict")]
    [InlineData("model")]
    [InlineData("model_state_dict")]
    public void A_wrapped_state_dict_with_the_prefix_module_is_found(string wrapper)
    {
        var tensor = TorchBytes.Tensor("0", "Float", 1, [1], [1]);
        var pickle = TorchBytes.Pickle(root => root.Dict(
            ("epoch", value => value.Int(3)),
            ("best", tensor),
            (wrapper, value => value.Dict(("module.module.conv.weight", tensor), ("module.module.note", inner => inner.Int(1))))));
        var source = WeightSource.Open(_folder.Write("w.pth", TorchBytes.Zip(pickle, ("0", TorchBytes.Floats(2)))));
        Assert.Equal(["conv.weight"], source.Tensors.Values.Keys);
    }

    [Fact]
    public void The_prefix_stays_when_only_some_names_have_it()
    {
        var tensor = TorchBytes.Tensor("0", "Float", 1, [1], [1]);
        var pickle = TorchBytes.Pickle(root => root.Dict(("module.a", tensor), ("b", tensor)));
        var source = WeightSource.Open(_folder.Write("w.pth", TorchBytes.Zip(pickle, ("0", TorchBytes.Floats(2)))));
        Assert.Equal(["b", "module.a"], source.Tensors.Values.Keys);
    }

    [Fact]
    public void Parameters_and_the_state_of_an_ordered_dict_are_understood()
    {
        var pickle = TorchBytes.Pickle(root =>
        {
            root.Global("collections", "OrderedDict").Op(')').Op('R').Text("w");
            root.Global("torch._utils", "_rebuild_parameter");
            root.Tuple(TorchBytes.Tensor("0", "Float", 1, [1], [1]), item => item.Bool(true), item => item.Op('N')).Op('R');
            root.Op('s').Dict(("_metadata", value => value.Dict())).Op('b');
        });
        var source = WeightSource.Open(_folder.Write("w.pth", TorchBytes.Zip(pickle, ("0", TorchBytes.Floats(2)))));
        Assert.Equal([2], source.Tensors["w"].Data.ToArray());
    }

    private Weights Open(bool legacy, Action<PickleBytes> tensor, long count, byte[] storage)
    {
        var pickle = TorchBytes.Pickle(root => root.Dict(("w", tensor)));
        var bytes = legacy ? TorchBytes.Legacy(pickle, ("0", count, storage)) : TorchBytes.Zip(pickle, ("0", storage));
        var source = WeightSource.Open(_folder.Write("w.pth", bytes));
        Assert.Equal(legacy ? "PyTorch (legacy)" : "PyTorch", source.Format);
        return source.Tensors;
    }
}
