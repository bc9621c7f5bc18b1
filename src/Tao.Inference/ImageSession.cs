using Microsoft.ML.OnnxRuntime;

namespace Tao.Inference;

/// <summary>An exported image model in ONNX Runtime, asked of one image at a time. Safe to use from several threads at once.</summary>
internal sealed class ImageSession : IDisposable
{
    private readonly SessionOptions _options;
    private readonly InferenceSession _session;
    private readonly string _input;

    // A file may be made for batches of a fixed size; the places that are left over stay empty.
    private readonly int _batch;

    public ImageSession(string path, int threads)
    {
        _options = new SessionOptions { IntraOpNumThreads = threads };
        try
        {
            _session = new InferenceSession(path, _options);
        }
        catch
        {
            _options.Dispose();
            throw;
        }
        _input = _session.InputMetadata.Keys.Single();
        _batch = Math.Max(1, _session.InputMetadata[_input].Dimensions[0]);
    }

    public IReadOnlyList<string> Outputs => _session.OutputNames;

    /// <param name="pixels">One image, C × H × W.</param>
    /// <param name="outputs">Names of the values wanted, which come in their order.</param>
    public IDisposableReadOnlyCollection<OrtValue> Run(float[] pixels, (int Channels, int Height, int Width) shape, IReadOnlyCollection<string> outputs)
    {
        if (_batch > 1)
            Array.Resize(ref pixels, pixels.Length * _batch);
        using var input = OrtValue.CreateTensorValueFromMemory(pixels, [_batch, shape.Channels, shape.Height, shape.Width]);
        using var run = new RunOptions();
        return _session.Run(run, new Dictionary<string, OrtValue> { [_input] = input }, outputs);
    }

    public void Dispose()
    {
        _session.Dispose();
        _options.Dispose();
    }
}
