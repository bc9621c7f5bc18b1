using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Tao.Inference;

/// <summary>Runs an exported detector whole, with the suppression that is inside the file. Safe to use from several threads at once.</summary>
public sealed class DetectorSession(string path, int threads) : IDisposable
{
    // The outputs of TensorRT's EfficientNMS, which the exporter keeps to.
    private static readonly string[] _outputs = ["num_detections", "detection_boxes", "detection_scores", "detection_classes"];

    private readonly ImageSession _session = new(path, threads);

    /// <param name="pixels">One image, C × H × W.</param>
    /// <returns>By falling score.</returns>
    public ImmutableArray<FoundBox> Run(float[] pixels, int channels, int height, int width)
    {
        using var outputs = _session.Run(pixels, (channels, height, width), _outputs);
        ReadOnlySpan<float> boxes = outputs[1].GetTensorDataAsSpan<float>(), scores = outputs[2].GetTensorDataAsSpan<float>();
        var classes = outputs[3].GetTensorDataAsSpan<int>();
        var found = new FoundBox[outputs[0].GetTensorDataAsSpan<int>()[0]];
        for (int i = 0; i < found.Length; i++)
            found[i] = new FoundBox(classes[i], scores[i], new Box(boxes[i * 4], boxes[(i * 4) + 1], boxes[(i * 4) + 2], boxes[(i * 4) + 3]));
        return ImmutableCollectionsMarshal.AsImmutableArray(found);
    }

    public void Dispose() => _session.Dispose();
}
