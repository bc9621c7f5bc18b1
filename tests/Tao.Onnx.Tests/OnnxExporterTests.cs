using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Onnx.Tests;

public class OnnxExporterTests
{
    private static readonly OnnxExportOptions _options = new()
    {
        ProducerVersion = "1.2.3",
        Metadata = OnnxExportOptionsMetadata(),
    };

    [Fact]
    public void Equal_models_give_equal_bytes_in_any_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        var model = Networks.ResidualInEightBits(Samples.Values(3 * 32 * 32));
        var first = OnnxExporter.Export(model, _options).ToBytes();
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(first, OnnxExporter.Export(model, _options).ToBytes());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void The_file_carries_names_free_batch_and_metadata()
    {
        var exported = OnnxExporter.Export(Networks.Residual(), _options);
        using var session = new InferenceSession(exported.ToBytes());

        Assert.Equal(["input_1"], session.InputNames);
        Assert.Equal(["logits"], session.OutputNames);
        Assert.Equal([-1, 3, 32, 32], session.InputMetadata["input_1"].Dimensions);
        Assert.Equal("N", session.InputMetadata["input_1"].SymbolicDimensions[0]);
        Assert.Equal("Tao.Sdk", session.ModelMetadata.ProducerName);
        Assert.Equal("residual", session.ModelMetadata.GraphName);
        Assert.Equal(_options.Metadata, session.ModelMetadata.CustomMetadataMap.OrderBy(entry => entry.Key, StringComparer.Ordinal));
        Assert.Equal(13, exported.OpsetVersion);
        Assert.Equal(7, exported.Proto.IrVersion);
    }

    [Fact]
    public void A_static_batch_is_written()
    {
        var exported = OnnxExporter.Export(Networks.Residual(), _options with { StaticBatch = 4 });
        using var session = new InferenceSession(exported.ToBytes());
        Assert.Equal([4, 3, 32, 32], session.InputMetadata["input_1"].Dimensions);
        Assert.Equal([4, 5], session.OutputMetadata["logits"].Dimensions);
    }

    [Fact]
    public void Colons_leave_the_names()
    {
        var builder = new GraphBuilder("colons");
        var x = builder.Input("input_1:0", TensorType.Image(2, 3, 3));
        var y = builder.Add("conv:0", new Conv2d(2, 1, 1), x);
        var exported = OnnxExporter.Export(Samples.ModelOf(builder.Build(y)), _options);
        Assert.Equal(["input_1_0"], exported.InputNames);
        Assert.Equal(["conv_0"], exported.OutputNames);
    }

    [Fact]
    public void Shared_parameters_are_written_once()
    {
        var builder = new GraphBuilder("twins");
        var x = builder.Input("input_1", TensorType.Image(2, 3, 3));
        var op = new Conv2d(2, 1, 1) { QuantizedKernel = true };
        var first = builder.Add("first", op, x);
        var second = builder.Add(new Node("second", op, [first]) { ParameterScope = "first" });
        var exported = OnnxExporter.Export(Samples.ModelOf(builder.Build(second)), _options);
        Assert.Equal(2, exported.NodeCounts["Conv"]);
        Assert.Equal(1, exported.NodeCounts["DequantizeLinear"]);
        Assert.Equal(4, exported.Proto.Graph.Initializer.Count);
    }

    [Fact]
    public void Only_operator_sets_that_are_known_are_written()
    {
        Assert.Throws<OnnxException>(() => OnnxExporter.Export(Networks.Residual(), _options with { OpsetVersion = 12 }));
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> OnnxExportOptionsMetadata() =>
        new OnnxExportOptions().Metadata.Add("tao.network", "classification").Add("tao.labels", "Bäume;Äpfel");
}
