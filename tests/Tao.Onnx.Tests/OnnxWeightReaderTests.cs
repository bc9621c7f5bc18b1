using Google.Protobuf;
using Tao.Onnx.Protos;
using DataLocation = Tao.Onnx.Protos.TensorProto.Types.DataLocation;
using DataType = Tao.Onnx.Protos.TensorProto.Types.DataType;

namespace Tao.Onnx.Tests;

public sealed class OnnxWeightReaderTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Every_floating_point_storage_is_read()
    {
        var typed = new TensorProto { Name = "float_data", DataType = (int)DataType.Float, Dims = { 2 }, FloatData = { 1.5f, -2 } };
        var half = new TensorProto { Name = "half_data", DataType = (int)DataType.Float16, Dims = { 1 }, Int32Data = { 0x3e00 } };
        var brain = new TensorProto { Name = "bfloat16", DataType = (int)DataType.Bfloat16, Dims = { 1 }, RawData = ByteString.CopyFrom(0xc0, 0x3f) };
        var weights = OnnxWeightReader.Read(Write(
            TensorProtos.Create<float>("raw", [1, 2], [3, 4]),
            TensorProtos.Create<Half>("half", [1], [(Half)0.25f]),
            TensorProtos.Scalar("double", 7.0),
            typed,
            half,
            brain,
            TensorProtos.Create<long>("shape", [1], [5])));

        Assert.Equal(["bfloat16", "double", "float_data", "half", "half_data", "raw"], weights.Keys);
        Assert.Equal([3f, 4f], weights["raw"].Data.ToArray());
        Assert.Equal([1, 2], weights["raw"].Shape.Sizes);
        Assert.Equal([0.25f], weights["half"].Data.ToArray());
        Assert.Equal([7f], weights["double"].Data.ToArray());
        Assert.Equal([1.5f, -2f], weights["float_data"].Data.ToArray());
        Assert.Equal([1.5f], weights["half_data"].Data.ToArray());
        Assert.Equal([1.5f], weights["bfloat16"].Data.ToArray());
    }

    [Fact]
    public void A_tensor_with_missing_elements_is_named()
    {
        var tensor = TensorProtos.Create<float>("short", [1], [3]);
        tensor.Dims[0] = 9;
        Assert.Contains("'short'", Assert.Throws<OnnxException>(() => OnnxWeightReader.Read(Write(tensor))).Message);
    }

    [Theory]
    [InlineData("../secret.bin")]
    [InlineData("/etc/hostname")]
    [InlineData("missing.bin")]
    public void Data_outside_the_models_folder_is_refused(string location)
    {
        var tensor = new TensorProto { Name = "w", DataType = (int)DataType.Float, Dims = { 1 }, DataLocation = DataLocation.External };
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = location });
        File.WriteAllBytes(Path.Combine(_directory, "secret.bin"), new byte[4]);
        Assert.Contains("'w'", Assert.Throws<OnnxException>(() => OnnxWeightReader.Read(Write(tensor))).Message);
    }

    [Fact]
    public void Data_beyond_the_files_end_is_refused()
    {
        var tensor = new TensorProto { Name = "w", DataType = (int)DataType.Float, Dims = { 4 }, DataLocation = DataLocation.External };
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = "w.bin" });
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "length", Value = "16" });
        var path = Write(tensor);
        File.WriteAllBytes(Path.Combine(Path.GetDirectoryName(path)!, "w.bin"), new byte[15]);
        Assert.Contains("outside its data file", Assert.Throws<OnnxException>(() => OnnxWeightReader.Read(path)).Message);
    }

    private string Write(params TensorProto[] tensors)
    {
        var graph = new GraphProto { Name = "weights" };
        graph.Initializer.Add(tensors);
        var folder = Directory.CreateDirectory(Path.Combine(_directory, "model")).FullName;
        var path = Path.Combine(folder, "weights.onnx");
        new OnnxModel(new ModelProto { IrVersion = 7, Graph = graph }).Save(path);
        return path;
    }
}
