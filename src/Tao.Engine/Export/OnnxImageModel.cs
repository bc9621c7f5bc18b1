using Microsoft.ML.OnnxRuntime;
using Tao.Data.Loading;
using Tao.Imaging.Preparation;
using Tao.Onnx;
using Tao.Onnx.Detection;

namespace Tao.Engine.Export;

/// <summary>Runs an exported image model in ONNX Runtime; of a detector that suppresses inside, the network alone.</summary>
internal sealed class OnnxImageModel : IDisposable
{
    private readonly InferenceSession _session;
    private readonly SessionOptions _options;
    private readonly string _input;
    private readonly string[] _outputs;
    private readonly int? _fixedBatch;

    public OnnxImageModel(string path)
    {
        // More threads than cores cost ONNX Runtime half its speed.
        _options = new SessionOptions { IntraOpNumThreads = Environment.ProcessorCount };
        _session = new InferenceSession(path, _options);
        if (_session.OutputNames.Contains(DetectionTail.Count))
        {
            _session.Dispose();
            _session = new InferenceSession(DetectionTail.Strip(OnnxModel.Load(path)).ToBytes(), _options);
        }
        _input = _session.InputMetadata.Keys.Single();
        _outputs = [.. _session.OutputNames];
        _fixedBatch = _session.InputMetadata[_input].Dimensions[0] is > 0 and var size ? size : null;
    }

    /// <returns>For each output of the file, in its order, Count rows.</returns>
    public float[][] Run(ImageBatch batch) => Run(ChannelsFirst(batch), [batch.Count, batch.Channels, batch.Height, batch.Width]);

    /// <param name="pixels">N × C × H × W; N may be any, also when the file is fixed to one.</param>
    public float[][] Run(float[] pixels, long[] shape)
    {
        if (_fixedBatch is not { } size || size == shape[0])
            return RunOnce(pixels, shape);
        int count = (int)shape[0], image = pixels.Length / count;
        var results = _outputs.Select(_ => new List<float>()).ToArray();
        for (int start = 0; start < count; start += size)
        {
            int filled = Math.Min(size, count - start);
            var chunk = new float[size * image];
            pixels.AsSpan(start * image, filled * image).CopyTo(chunk);
            foreach (var (result, output) in results.Zip(RunOnce(chunk, [size, .. shape[1..]])))
                result.AddRange(output.AsSpan(0, output.Length / size * filled));
        }
        return [.. results.Select(result => result.ToArray())];
    }

    private float[][] RunOnce(float[] pixels, long[] shape)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(pixels, shape);
        using var run = new RunOptions();
        using var outputs = _session.Run(run, new Dictionary<string, OrtValue> { [_input] = input }, _outputs);
        return [.. outputs.Select(output => output.GetTensorDataAsSpan<float>().ToArray())];
    }

    public void Dispose()
    {
        _session.Dispose();
        _options.Dispose();
    }

    /// <summary>The loader's batches are N × H × W × C, ONNX files take N × C × H × W.</summary>
    internal static float[] ChannelsFirst(ImageBatch batch)
    {
        int length = batch.Height * batch.Width * batch.Channels;
        var result = new float[batch.Count * length];
        for (int sample = 0; sample < batch.Count; sample++)
            PixelOrder.ToChannelsFirst(batch.Pixels.AsSpan(sample * length, length), batch.Channels, result.AsSpan(sample * length, length));
        return result;
    }
}
