using Tao.Onnx.Checking;
using Tao.Onnx.Protos;

namespace Tao.Onnx.Tests.Checking;

public class OnnxCheckerTests
{
    public static TheoryData<string, string> Faults => new()
    {
        { "order", "reads 'stem' before anything makes it" },
        { "twice", "makes 'stem', which exists already" },
        { "unused", "Nothing reads the initialiser 'spare'" },
        { "output", "Nothing makes the output 'nothing'" },
        { "domain", "The operator set 'com.example' is used but not declared" },
        { "bytes", "which do not fit its shape" },
        { "colon", "has a ':'" },
        { "unnamed", "The graph has no name" },
        { "samename", "shares its name with another node" },
    };

    [Fact]
    public void An_exported_model_is_sound()
    {
        Assert.Empty(OnnxChecker.Check(Sound()));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_is_reported(string fault, string message)
    {
        var model = Sound();
        Break(model.Proto, fault);
        Assert.Contains(OnnxChecker.Check(model), problem => problem.Contains(message, StringComparison.Ordinal));
        Assert.Contains(message, Assert.Throws<OnnxException>(() => OnnxChecker.Verify(model)).Message);
    }

    private static void Break(ModelProto model, string fault)
    {
        var (graph, stem) = (model.Graph, model.Graph.Node.First(node => node.Name == "stem"));
        switch (fault)
        {
            case "order":
                graph.Node.Remove(stem);
                graph.Node.Add(stem);
                break;
            case "twice":
                graph.Node.Add(Nodes.Create("again", "Relu", ["stem"], "stem"));
                break;
            case "unused":
                graph.Initializer.Add(TensorProtos.Scalar("spare", 1f));
                break;
            case "output":
                graph.Output[0].Name = "nothing";
                break;
            case "domain":
                stem.Domain = "com.example";
                break;
            case "bytes":
                graph.Initializer.First(tensor => tensor.Dims.Count > 0).Dims[0] = 99;
                break;
            case "colon":
                graph.Node.Add(Nodes.Create("colon", "Relu", ["stem"], "stem:0"));
                break;
            case "unnamed":
                graph.Name = "";
                break;
            case "samename":
                graph.Node.Add(Nodes.Create("stem", "Relu", ["stem"], "other"));
                break;
        }
    }

    private static OnnxModel Sound() => OnnxExporter.Export(Networks.ResidualInEightBits(Samples.Values(3 * 32 * 32)), new OnnxExportOptions());
}
