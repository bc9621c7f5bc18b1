using Microsoft.ML.OnnxRuntime;
using Tao.Graph;

namespace Tao.Onnx.Tests;

public sealed class OnnxModelTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("täo onnx ").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Save_then_Load_gives_the_same_bytes_and_leaves_nothing_beside()
    {
        var model = OnnxExporter.Export(Networks.Residual(), new OnnxExportOptions());
        var path = Path.Combine(_directory, "model.onnx");
        model.Save(path);
        model.Save(path);
        Assert.Equal(model.ToBytes(), OnnxModel.Load(path).ToBytes());
        Assert.Equal([path], Directory.GetFiles(_directory));
    }

    [Fact]
    public void Large_models_keep_their_weights_beside_them()
    {
        var network = Networks.Residual();
        var path = Path.Combine(_directory, "model.onnx");
        var model = OnnxExporter.Export(network, new OnnxExportOptions());
        model.Save(path, externalDataThreshold: 1000);

        Assert.True(File.Exists(path + ".data"));
        Assert.True(new FileInfo(path).Length < 5000);
        Assert.Equal(network.Weights["inner.weight"].Data.ToArray(), OnnxWeightReader.Read(path)["inner.weight"].Data.ToArray());
        var input = Samples.Values(3 * 32 * 32);
        using var session = new InferenceSession(path);
        Assert.Equal(OrtRunner.Run(model, input, [1, 3, 32, 32]).Data, OrtRunner.Run(session, input, [1, 3, 32, 32]).Data);
    }

    [Fact]
    public void Unknown_fields_survive()
    {
        // Field 20 of a model (training_info) is not in our schema.
        byte[] extra = [0xa2, 0x01, 0x03, 1, 2, 3];
        byte[] bytes = [.. OnnxExporter.Export(Networks.Residual(), new OnnxExportOptions()).ToBytes(), .. extra];
        Assert.Equal(bytes, OnnxModel.Parse(bytes).ToBytes());
    }

    [Theory]
    [InlineData("this is no model")]
    [InlineData("")]
    public void Other_files_are_refused(string content)
    {
        var path = Path.Combine(_directory, "x.onnx");
        File.WriteAllText(path, content);
        Assert.Contains(path, Assert.Throws<OnnxException>(() => OnnxModel.Load(path)).Message);
    }
}
