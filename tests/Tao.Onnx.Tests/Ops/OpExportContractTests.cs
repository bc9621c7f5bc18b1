using Microsoft.ML.OnnxRuntime;
using Tao.Graph;
using Tao.Onnx.Lowerings;
using Tao.Runtime;
using Tao.Testing.Ops;
using TorchSharp;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Tao.Onnx.Tests.Ops;

/// <summary>What every op of the catalogue promises of its export: ONNX Runtime computes what the kernel does.</summary>
public sealed class OpExportContractTests
{
    private const float Tolerance = 1e-4f;

    public static TheoryData<OpCase> Cases => [.. OpTable.All];

    [Fact]
    public void Every_op_has_a_row_and_a_lowering()
    {
        Assert.Empty(OpCatalog.All.Except(OpTable.All.Select(item => item.Op.GetType())));
        Assert.Empty(OpCatalog.All.Except(LoweringCatalog.All.Select(lowering => lowering.Op)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void OnnxRuntime_computes_what_the_kernel_does(OpCase item)
    {
        var model = item.Model();
        using var options = OrtRunner.Options();
        using var session = new InferenceSession(OnnxExporter.Export(model, new OnnxExportOptions()).ToBytes(), options);
        using var module = new GraphModule(model, CPU);
        foreach (var batch in new[] { 1, 3 })
        {
            var expected = RunKernel(module, item, batch);
            var actual = RunSession(session, item, batch);
            Assert.Equal(expected.Length, actual.Length);
            for (var i = 0; i < expected.Length; i++)
                Assert.Equal(expected[i], actual[i], Tolerance * MathF.Max(1, MathF.Abs(expected[i])));
        }
    }

    private static float[] RunKernel(GraphModule module, OpCase item, int batch)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var values = item.InputValues(batch);
        var inputs = values.Select((_, i) => KeyValuePair.Create($"x{i}", tensor(values[i], item.InputShape(i, batch))));
        var output = module.Run(new Dictionary<string, Tensor>(inputs), [OpCase.NodeName], ForwardMode.Inference)[OpCase.NodeName];
        var result = new float[output.numel()];
        output.copy_to<float>(result);
        return result;
    }

    private static float[] RunSession(InferenceSession session, OpCase item, int batch)
    {
        var values = item.InputValues(batch);
        var inputs = values.Select((_, i) => i).ToDictionary(
            i => $"x{i}", i => OrtValue.CreateTensorValueFromMemory(values[i], item.InputShape(i, batch)));
        try
        {
            using var run = new RunOptions();
            using var outputs = session.Run(run, inputs, session.OutputNames);
            return outputs[0].GetTensorDataAsSpan<float>().ToArray();
        }
        finally
        {
            foreach (var input in inputs.Values)
                input.Dispose();
        }
    }
}
