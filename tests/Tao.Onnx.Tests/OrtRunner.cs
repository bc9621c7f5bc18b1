using Microsoft.ML.OnnxRuntime;

namespace Tao.Onnx.Tests;

/// <summary>Runs one-input, one-output models in ONNX Runtime.</summary>
internal static class OrtRunner
{
    internal static (float[] Data, long[] Shape) Run(
        OnnxModel model, float[] input, long[] shape, GraphOptimizationLevel level = GraphOptimizationLevel.ORT_ENABLE_ALL)
    {
        using var options = Options(level);
        using var session = new InferenceSession(model.ToBytes(), options);
        return Run(session, input, shape);
    }

    internal static (float[] Data, long[] Shape) Run(InferenceSession session, float[] input, long[] shape)
    {
        using var value = OrtValue.CreateTensorValueFromMemory(input, shape);
        using var run = new RunOptions();
        using var outputs = session.Run(run, new Dictionary<string, OrtValue> { [session.InputNames[0]] = value }, session.OutputNames);
        return (outputs[0].GetTensorDataAsSpan<float>().ToArray(), outputs[0].GetTensorTypeAndShape().Shape);
    }

    internal static SessionOptions Options(GraphOptimizationLevel level = GraphOptimizationLevel.ORT_ENABLE_ALL) =>
        new() { IntraOpNumThreads = 1, GraphOptimizationLevel = level };

    /// <summary>The operators of the graph that ONNX Runtime really runs.</summary>
    internal static IReadOnlyDictionary<string, int> OptimizedNodes(OnnxModel model)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".onnx");
        try
        {
            using var options = Options();
            options.OptimizedModelFilePath = path;
            using (new InferenceSession(model.ToBytes(), options))
            {
            }
            return OnnxModel.Load(path).NodeCounts;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
