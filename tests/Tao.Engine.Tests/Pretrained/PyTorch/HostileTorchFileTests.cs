using Tao.Engine.Pretrained;
using Tao.Engine.Tests.Pretrained.Pickle;
using Tao.Specs;

namespace Tao.Engine.Tests.Pretrained.PyTorch;

/// <summary>Files that want to run code, read outside of themselves, or fill the memory.</summary>
public sealed class HostileTorchFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("os", "system")]
    [InlineData("posix", "system")]
    [InlineData("builtins", "eval")]
    [InlineData("torch.jit", "load")]
    [InlineData("torch", "load")]
    [InlineData("collections", "namedtuple")]
    public void A_pickle_that_names_code_is_refused_with_the_name(string module, string name)
    {
        var pickle = TorchBytes.Pickle(root => root.Global(module, name).Tuple(item => item.Text("touch hacked")).Op('R'));
        AssertRefused($"{module}.{name}", TorchBytes.Zip(pickle));
        AssertRefused($"{module}.{name}", TorchBytes.Legacy(pickle));
    }

    [Fact]
    public void Code_before_the_weights_is_refused_too()
    {
        byte[] bytes = [.. TorchBytes.LegacyMagic, (byte)'0', .. TorchBytes.Pickle(root => root.Global("os", "system"))];
        AssertRefused("os.system", bytes);
    }

    [Fact]
    public void Calling_a_harmless_name_with_odd_arguments_is_refused()
    {
        foreach (var (module, name) in new[] { ("collections", "OrderedDict"), ("torch", "FloatStorage"), ("torch", "float32") })
        {
            var pickle = TorchBytes.Pickle(root => root.Global(module, name).Tuple(item => item.Int(1 << 30)).Op('R'));
            AssertRefused($"{module}.{name}", TorchBytes.Zip(pickle));
        }
    }

    [Theory]
    [InlineData(4, new[] { 5 }, new[] { 1 }, 0)]
    [InlineData(4, new[] { 2 }, new[] { 4 }, 0)]
    [InlineData(4, new[] { 4 }, new[] { 1 }, 1)]
    [InlineData(4, new[] { 1 }, new[] { 1 }, -1)]
    [InlineData(4, new[] { 2 }, new[] { -1 }, 3)]
    [InlineData(4, new[] { 2, 2 }, new[] { 1 }, 0)]
    [InlineData(5, new[] { 4 }, new[] { 1 }, 0)]
    [InlineData(1 << 30, new[] { 4 }, new[] { 1 }, 0)]
    [InlineData(4, new[] { -4 }, new[] { 1 }, 0)]
    [InlineData(4, new[] { 1 << 30, 1 << 30, 1 << 30 }, new[] { 0, 0, 0 }, 0)]
    [InlineData(4, new[] { 1 << 30 }, new[] { 0 }, 0)]
    public void A_tensor_outside_its_storage_or_far_too_large_is_an_error(int count, int[] shape, int[] strides, int offset)
    {
        var pickle = TorchBytes.Pickle(root => root.Dict(("w", TorchBytes.Tensor("0", "Float", count, shape, strides, offset))));
        AssertDamaged(TorchBytes.Zip(pickle, ("0", TorchBytes.Floats(1, 2, 3, 4))));
        AssertDamaged(TorchBytes.Legacy(pickle, ("0", 4, TorchBytes.Floats(1, 2, 3, 4))));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    [InlineData(long.MaxValue)]
    public void A_legacy_storage_that_lies_about_its_size_is_an_error(long count)
    {
        var pickle = TorchBytes.Pickle(root => root.Dict(("w", TorchBytes.Tensor("0", "Float", 4, [4], [1]))));
        AssertDamaged(TorchBytes.Legacy(pickle, ("0", count, TorchBytes.Floats(1, 2, 3, 4))));
    }

    [Fact]
    public void Thousands_of_views_of_one_storage_do_not_fill_the_memory()
    {
        const int count = 1 << 20;
        var pickle = TorchBytes.Pickle(root =>
        {
            root.Op('}').Mark();
            for (var i = 0; i < 2000; i++)
                TorchBytes.Tensor("0", "Float", count, [count], [1])(root.Text($"w{i}"));
            root.Op('u');
        });
        AssertDamaged(TorchBytes.Zip(pickle, ("0", new byte[count * sizeof(float)])), "memory");
    }

    [Fact]
    public void A_storage_that_is_not_there_is_an_error()
    {
        var pickle = TorchBytes.Pickle(root => root.Dict(("w", TorchBytes.Tensor("../../etc/passwd", "Float", 1, [1], [1]))));
        AssertDamaged(TorchBytes.Zip(pickle), "missing");
        AssertDamaged(TorchBytes.Legacy(pickle), "missing");
    }

    [Fact]
    public void A_checkpoint_without_tensors_is_an_error_that_lists_its_keys()
    {
        AssertDamaged(TorchBytes.Zip(TorchBytes.Pickle(root => root.Dict(("epoch", value => value.Int(1))))), "epoch");
        AssertDamaged(TorchBytes.Zip(TorchBytes.Pickle(root => root.Int(1))), "one value");
    }

    [Fact]
    public void Wrappers_that_wrap_themselves_end()
    {
        // d = {}; d['model'] = d
        var pickle = TorchBytes.Pickle(root => root.Op('}').Raw((byte)'q', 0).Text("model").Raw((byte)'h', 0).Op('s'));
        AssertDamaged(TorchBytes.Zip(pickle), "model");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_cut_anywhere_is_an_error_and_never_a_crash(bool legacy)
    {
        var whole = OneTensor(legacy);
        for (var length = 0; length < whole.Length; length++)
        {
            var path = _folder.Write("w.pth", whole[..length]);
            Assert.Throws<TaoException>(() => WeightSource.Open(path));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_flipped_byte_gives_weights_or_a_clear_error(bool legacy)
    {
        var whole = OneTensor(legacy);
        var errors = 0;
        for (var position = 0; position < whole.Length; position++)
        {
            var bytes = whole.ToArray();
            bytes[position] ^= 0xff;
            var path = _folder.Write("w.pth", bytes);
            var thrown = Record.Exception(() => WeightSource.Open(path));
            Assert.True(thrown is null or TaoException, $"byte {position}: {thrown}");
            errors += thrown is null ? 0 : 1;
        }
        Assert.True(errors > whole.Length / 4);
    }

    private static byte[] OneTensor(bool legacy)
    {
        var pickle = TorchBytes.Pickle(root => root.Dict(("w", TorchBytes.Tensor("0", "Float", 4, [2, 2], [1, 2]))));
        var bytes = TorchBytes.Floats(1, 2, 3, 4);
        return legacy ? TorchBytes.Legacy(pickle, ("0", 4, bytes)) : TorchBytes.Zip(pickle, ("0", bytes));
    }

    private void AssertRefused(string name, byte[] bytes)
    {
        var exception = Assert.Throws<TaoException>(() => WeightSource.Open(_folder.Write("w.pth", bytes)));
        var diagnostic = Assert.Single(exception.Diagnostics);
        Assert.Equal("TAO3004", diagnostic.Code);
        Assert.Contains($"'{name}'", diagnostic.Message, StringComparison.Ordinal);
    }

    private void AssertDamaged(byte[] bytes, string message = "")
    {
        var exception = Assert.Throws<TaoException>(() => WeightSource.Open(_folder.Write("w.pth", bytes)));
        var diagnostic = Assert.Single(exception.Diagnostics);
        Assert.Equal("TAO3003", diagnostic.Code);
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
    }
}
