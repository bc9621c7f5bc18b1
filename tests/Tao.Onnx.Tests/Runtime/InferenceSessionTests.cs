using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Onnx.Tests.Runtime;

public sealed class InferenceSessionTests : IDisposable
{
    private static readonly byte[] _sum = TwoInputs();

    private readonly string _directory = Directory.CreateTempSubdirectory("sitzung ä ").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_model_runs_from_a_path_with_spaces_and_umlauts()
    {
        var path = Path.Combine(_directory, "größe 1.onnx");
        File.WriteAllBytes(path, _sum);
        using var session = new InferenceSession(path);
        using var left = OrtValue.CreateTensorValueFromMemory<float>([1, 2], [1, 2, 1, 1]);
        using var right = OrtValue.CreateTensorValueFromMemory<float>([10, 20], [1, 2, 1, 1]);
        using var options = new RunOptions();
        using var outputs = session.Run(options, new Dictionary<string, OrtValue> { ["b"] = right, ["a"] = left }, ["sum"]);
        Assert.Equal([11f, 22f], outputs[0].GetTensorDataAsSpan<float>().ToArray());
        Assert.Equal([1, 2, 1, 1], outputs[0].GetTensorTypeAndShape().Shape);
        Assert.Equal(TensorElementType.Float, session.InputMetadata["a"].ElementDataType);
        Assert.Equal(typeof(float), session.OutputMetadata["sum"].ElementType);
    }

    [Fact]
    public void A_missing_input_is_named()
    {
        using var session = new InferenceSession(_sum);
        using var left = OrtValue.CreateTensorValueFromMemory<float>([1, 2], [1, 2, 1, 1]);
        var exception = Assert.Throws<OnnxRuntimeException>(() => session.Run(null, new Dictionary<string, OrtValue> { ["a"] = left }, ["sum"]));
        Assert.Contains("missing: b", exception.Message);
    }

    [Fact]
    public void Unknown_names_are_rejected()
    {
        using var session = new InferenceSession(_sum);
        using var value = OrtValue.CreateTensorValueFromMemory<float>([1, 2], [1, 2, 1, 1]);
        string MessageOf(string[] inputs, OrtValue[] values, string output) =>
            Assert.Throws<OnnxRuntimeException>(() => session.Run(null, inputs, values, [output])).Message;

        Assert.Contains("no output 'x'", MessageOf(["a", "b"], [value, value], "x"));
        Assert.Contains("no input 'c'", MessageOf(["a", "b", "c"], [value, value, value], "sum"));
        Assert.Contains("2 names were given for 1 values", MessageOf(["a", "b"], [value], "sum"));
    }

    [Fact]
    public void A_wrong_shape_or_type_is_rejected()
    {
        using var session = new InferenceSession(_sum);
        using var good = OrtValue.CreateTensorValueFromMemory<float>([1, 2], [1, 2, 1, 1]);
        using var shape = OrtValue.CreateTensorValueFromMemory<float>([1, 2, 3], [1, 3, 1, 1]);
        using var type = OrtValue.CreateTensorValueFromMemory<long>([1, 2], [1, 2, 1, 1]);
        Assert.Contains("InvalidArgument", Assert.Throws<OnnxRuntimeException>(() => session.Run(null, ["a", "b"], [good, shape], ["sum"])).Message);
        Assert.Contains("InvalidArgument", Assert.Throws<OnnxRuntimeException>(() => session.Run(null, ["a", "b"], [good, type], ["sum"])).Message);
    }

    [Fact]
    public void Preallocated_outputs_are_written_in_place()
    {
        using var session = new InferenceSession(_sum);
        var (input, result) = (new float[] { 1, 2 }, new float[2]);
        using var value = OrtValue.CreateTensorValueFromMemory(input, [1, 2, 1, 1]);
        using var output = OrtValue.CreateTensorValueFromMemory(result, [1, 2, 1, 1]);
        session.Run(null, ["a", "b"], [value, value], ["sum"], [output]);
        Assert.Equal([2f, 4f], result);
        input[0] = 5;
        session.Run(null, ["a", "b"], [value, value], ["sum"], [output]);
        Assert.Equal([10f, 4f], result);
    }

    [Fact]
    public void Terminate_stops_the_run()
    {
        using var session = new InferenceSession(_sum);
        using var value = OrtValue.CreateTensorValueFromMemory<float>([1, 2], [1, 2, 1, 1]);
        using var options = new RunOptions { Terminate = true };
        Assert.Contains("terminate", Assert.Throws<OnnxRuntimeException>(() => session.Run(options, ["a", "b"], [value, value], ["sum"])).Message);
        options.Terminate = false;
        using var outputs = session.Run(options, ["a", "b"], [value, value], ["sum"]);
        Assert.Equal(2f, outputs[0].GetTensorDataAsSpan<float>()[0]);
    }

    [Fact]
    public void Errors_carry_their_code()
    {
        Assert.Contains("NoSuchFile", Assert.Throws<OnnxRuntimeException>(() => new InferenceSession(Path.Combine(_directory, "none.onnx"))).Message);
        Assert.Contains("InvalidProtobuf", Assert.Throws<OnnxRuntimeException>(() => new InferenceSession("nonsense"u8.ToArray())).Message);
    }

    [Fact]
    public void Several_threads_share_a_session()
    {
        using var session = new InferenceSession(_sum);
        Parallel.For(0, 64, number =>
        {
            using var value = OrtValue.CreateTensorValueFromMemory<float>([number, 1], [1, 2, 1, 1]);
            using var outputs = session.Run(null, ["a", "b"], [value, value], ["sum"]);
            Assert.Equal([2f * number, 2f], outputs[0].GetTensorDataAsSpan<float>().ToArray());
        });
    }

    [Fact]
    public void Profiling_names_its_file()
    {
        using var options = new SessionOptions { ProfileOutputPathPrefix = Path.Combine(_directory, "profile"), EnableProfiling = true };
        using var session = new InferenceSession(_sum, options);
        var path = session.EndProfiling();
        Assert.StartsWith(Path.Combine(_directory, "profile"), path);
        Assert.True(File.Exists(path));
    }

    private static byte[] TwoInputs()
    {
        var builder = new GraphBuilder("sum");
        var (a, b) = (builder.Input("a", TensorType.Image(2, 1, 1)), builder.Input("b", TensorType.Image(2, 1, 1)));
        var graph = builder.Build(builder.Add("sum", new Add(), a, b));
        return OnnxExporter.Export(new Model(graph, Weights.Empty), new OnnxExportOptions()).ToBytes();
    }
}
