using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;
using Tao.Data.Detection;
using Tao.Objectives.Detection;
using Tao.Onnx.Detection;

namespace Tao.Engine.Export;

/// <summary>Runs an exported detector whole, with the suppression that is inside the file.</summary>
internal sealed class OnnxDetector : IDisposable
{
    private static readonly string[] _outputs = [DetectionTail.Count, DetectionTail.Boxes, DetectionTail.Scores, DetectionTail.Classes];

    private readonly SessionOptions _options = new() { IntraOpNumThreads = Environment.ProcessorCount };
    private readonly InferenceSession _session;
    private readonly string _input;

    public OnnxDetector(string path)
    {
        _session = new InferenceSession(path, _options);
        _input = _session.InputMetadata.Keys.Single();
    }

    /// <param name="pixels">One image, C × H × W.</param>
    /// <param name="shape">1 × C × H × W.</param>
    public ImmutableArray<DetectedBox> Run(float[] pixels, long[] shape)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(pixels, shape);
        using var run = new RunOptions();
        using var outputs = _session.Run(run, new Dictionary<string, OrtValue> { [_input] = input }, _outputs);
        int count = outputs[0].GetTensorDataAsSpan<int>()[0];
        float[] boxes = outputs[1].GetTensorDataAsSpan<float>().ToArray(), scores = outputs[2].GetTensorDataAsSpan<float>().ToArray();
        int[] classes = outputs[3].GetTensorDataAsSpan<int>().ToArray();
        return [.. Enumerable.Range(0, count).Select(i =>
            new DetectedBox(classes[i], scores[i], new BoundingBox(boxes[i * 4], boxes[(i * 4) + 1], boxes[(i * 4) + 2], boxes[(i * 4) + 3])))];
    }

    public void Dispose()
    {
        _session.Dispose();
        _options.Dispose();
    }
}
