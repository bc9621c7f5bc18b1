using Tao.Engine.Pretrained;
using Tao.Engine.Tests.Pretrained.PyTorch;
using Tao.Specs;

namespace Tao.Engine.Tests.Pretrained;

public sealed class WeightSourceTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("not a weight file, just some text that is longer than the head")]
    [InlineData("PK\u0003\u0004")]
    public void Unknown_content_is_TAO3002_whatever_the_extension(string content)
    {
        AssertCode("TAO3002", _folder.Write("w.pth", System.Text.Encoding.Latin1.GetBytes(content)));
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_TAO3001()
    {
        AssertCode("TAO3001", _folder.File("none.pth"));
        AssertCode("TAO3001", _folder.File("none/none.pth"));
        AssertCode("TAO3001", _folder.Path);
    }

    [Fact]
    public void The_content_decides_and_not_the_extension()
    {
        var pickle = TorchBytes.Pickle(root => root.Dict(("w", TorchBytes.Tensor("0", "Float", 1, [1], [1]))));
        Assert.Equal("PyTorch", WeightSource.Open(_folder.Write("w.safetensors", TorchBytes.Zip(pickle, ("0", TorchBytes.Floats(1))))).Format);
    }

    private static void AssertCode(string code, string path)
    {
        var diagnostic = Assert.Single(Assert.Throws<TaoException>(() => WeightSource.Open(path)).Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.Contains(path, diagnostic.Message, StringComparison.Ordinal);
    }
}
