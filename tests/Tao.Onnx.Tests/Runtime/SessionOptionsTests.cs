using Microsoft.ML.OnnxRuntime;
using Tao.Graph;

namespace Tao.Onnx.Tests.Runtime;

public class SessionOptionsTests
{
    [Fact]
    public void Every_setting_is_taken()
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_BASIC,
            EnableCpuMemArena = false,
            EnableMemoryPattern = false,
            LogId = "täst",
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            LogVerbosityLevel = 0,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        options.AddFreeDimensionOverrideByName("N", 2);
        var model = OnnxExporter.Export(Networks.Residual(), new OnnxExportOptions());
        using var session = new InferenceSession(model.ToBytes(), options);

        Assert.Equal(GraphOptimizationLevel.ORT_ENABLE_BASIC, options.GraphOptimizationLevel);
        Assert.Equal([2, 3, 32, 32], session.InputMetadata["input_1"].Dimensions);
    }

    [Fact]
    public void A_wrong_setting_is_an_exception()
    {
        using var options = new SessionOptions();
        Assert.Throws<OnnxRuntimeException>(() => options.GraphOptimizationLevel = (GraphOptimizationLevel)77);
        Assert.Equal(GraphOptimizationLevel.ORT_ENABLE_ALL, options.GraphOptimizationLevel);
    }
}
