using System.Globalization;
using Tao.Onnx.Calibration;

namespace Tao.Onnx.Tests.Calibration;

public sealed class CalibrationCacheTests : IDisposable
{
    private static readonly Dictionary<string, float> _ranges = new() { ["relu:1"] = 6, ["input_1"] = 2.64f, ["Conv"] = 1e-3f };

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public CalibrationCacheTests() => CultureInfo.CurrentCulture = new CultureInfo("de-DE");

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        File.Delete(_path);
    }

    [Theory]
    [InlineData("8.6.1", "TRT-8601-EntropyCalibration2")]
    [InlineData("8.5.1.7", "TRT-8501-EntropyCalibration2")]
    [InlineData("10.3", "TRT-10300-EntropyCalibration2")]
    public void The_header_names_the_version(string version, string header)
    {
        CalibrationCache.Write(_path, TensorRtVersion.Parse(version), _ranges);
        Assert.Equal(header, File.ReadLines(_path).First());
    }

    [Fact]
    public void Lines_have_the_bits_of_the_scale_padded_and_sorted()
    {
        CalibrationCache.Write(_path, new(8, 6, 1), new Dictionary<string, float> { ["b"] = 127, ["a"] = 0, ["c:0"] = 254 });
        Assert.Equal("TRT-8601-EntropyCalibration2\na: 00000000\nb: 3f800000\nc_0: 40000000\n", File.ReadAllText(_path));
    }

    [Fact]
    public void What_was_written_is_read()
    {
        CalibrationCache.Write(_path, new(8, 6, 1), _ranges);
        var read = CalibrationCache.Read(_path, new TensorRtVersion(8, 6, 1));
        Assert.Equal(["Conv", "input_1", "relu_1"], read.Keys);
        Assert.Equal(2.64f, read["input_1"], 1e-6f);
        Assert.Equal(6f, read["relu_1"], 1e-6f);
    }

    [Fact]
    public void A_cache_of_TensorRT_itself_is_read()
    {
        File.WriteAllText(_path, "TRT-7103-EntropyCalibration2\ninput_1:0: 3c010a14\n\n");
        Assert.Equal(BitConverter.UInt32BitsToSingle(0x3c010a14) * 127, CalibrationCache.Read(_path, null)["input_1:0"]);
    }

    [Theory]
    [InlineData("TRT-8601-EntropyCalibration2\na: 3f800000", "10.3.0", "(1): the cache is for TensorRT number 8601")]
    [InlineData("garbage\na: 3f800000", null, "(1): 'garbage' is not the header")]
    [InlineData("TRT-8601-EntropyCalibration2\na: xyz", null, "(2): expected")]
    [InlineData("", null, "(1)")]
    public void Damaged_and_foreign_caches_are_refused_with_the_line(string text, string? version, string message)
    {
        File.WriteAllText(_path, text);
        var exception = Assert.Throws<OnnxException>(() => CalibrationCache.Read(_path, version is null ? null : TensorRtVersion.Parse(version)));
        Assert.Contains(_path + message, exception.Message);
    }

    [Fact]
    public void TensorRT_11_has_no_caches()
    {
        Assert.Contains("QuantizeLinear", Assert.Throws<OnnxException>(() => CalibrationCache.Write(_path, new(11, 0, 0), _ranges)).Message);
        Assert.Throws<OnnxException>(() => CalibrationCache.Write(_path, new(8, 6, 1), new Dictionary<string, float> { ["a"] = float.NaN }));
        Assert.False(File.Exists(_path));
    }

    [Theory]
    [InlineData("8")]
    [InlineData("8.x.1")]
    [InlineData("8.6.-1")]
    [InlineData("")]
    public void Other_texts_are_no_version(string text)
    {
        Assert.Throws<OnnxException>(() => TensorRtVersion.Parse(text));
    }
}
