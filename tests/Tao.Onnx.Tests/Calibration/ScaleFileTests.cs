using System.Globalization;
using Tao.Onnx.Calibration;

namespace Tao.Onnx.Tests.Calibration;

public sealed class ScaleFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public ScaleFileTests() => CultureInfo.CurrentCulture = new CultureInfo("de-DE");

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        File.Delete(_path);
    }

    [Fact]
    public void The_file_is_TAOs_and_reads_back()
    {
        ScaleFile.Write(_path, new Dictionary<string, float> { ["relu"] = 2.5f, ["conv:0"] = 0.1f });
        Assert.Equal("{\n  \"tensor_scales\": {\n    \"conv_0\": 0.1,\n    \"relu\": 2.5\n  }\n}", File.ReadAllText(_path));
        Assert.Equal(2.5f, ScaleFile.Read(_path)["relu"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"tensor_scales\": {\"a\": \"b\"}}")]
    [InlineData("no json")]
    public void Other_files_are_refused(string text)
    {
        File.WriteAllText(_path, text);
        Assert.Contains(_path, Assert.Throws<OnnxException>(() => ScaleFile.Read(_path)).Message);
    }
}
