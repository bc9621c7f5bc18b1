using Microsoft.ML.OnnxRuntime;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Onnx.Checking;
using Tao.Onnx.Detection;

namespace Tao.Onnx.Tests.Detection;

/// <summary>The boxes that ONNX Runtime answers with, against the plain definition of decoding and suppression.</summary>
public sealed class DetectionTailTests
{
    private const int N = 3;
    private const int Classes = 2;
    private const int Side = 4;
    private const int Anchors = Side * Side;

    private static readonly float[] _variances = [0.1f, 0.1f, 0.2f, 0.2f];

    /// <summary>One anchor at each pixel, which is the only layer: the image's first channels are logits, the others offsets.</summary>
    private static OnnxModel Detector(int? batch = null)
    {
        var builder = new GraphBuilder("detector");
        var image = builder.Input("Input", TensorType.Image(1 + Classes + 4, Side, Side));
        var logits = builder.Add("logits", new AnchorRows(1 + Classes), builder.Add("first", new ChannelSlice(0, 1 + Classes), image));
        var offsets = builder.Add("offsets", new AnchorRows(4), builder.Add("second", new ChannelSlice(1 + Classes, 4), image));
        return OnnxExporter.Export(Samples.ModelOf(builder.Build(builder.Add("scores", new Softmax(2), logits), offsets)), new OnnxExportOptions { StaticBatch = batch });
    }

    private static BoxDecoding Decoding(float minScore = 0.35f, float maxIou = 0.4f, int topK = 5) => new(_anchors, _variances, minScore, maxIou, topK);

    private static readonly float[] _anchors = [.. Enumerable.Range(0, Anchors).SelectMany(i => new[] { (i % Side + 0.5f) / Side, (i / Side + 0.5f) / Side, 0.4f, 0.3f })];

    public static TheoryData<int, float, float, int> Cases => new()
    {
        { 1, 0.35f, 0.4f, 5 },
        { 2, 0.2f, 0.2f, 20 },
        { 3, 0.05f, 0.6f, 100 },
        { 4, 0.9999f, 0.5f, 5 },
        { 5, 0.3f, 0.9f, 2 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void OnnxRuntime_finds_what_the_definition_says(int seed, float minScore, float maxIou, int topK)
    {
        var decoding = Decoding(minScore, maxIou, topK);
        var input = Samples.Values(N * (5 + Classes) * Anchors, seed, amplitude: 4);
        var (scores, offsets) = Raw(Detector(), input);
        var found = Run(DetectionTail.Append(Detector(), decoding), input);
        var total = 0;
        for (var sample = 0; sample < N; sample++)
        {
            var expected = Definition(scores.AsSpan(sample * Anchors * (1 + Classes)), offsets.AsSpan(sample * Anchors * 4), decoding);
            Assert.Equal(expected.Count, found.Counts[sample]);
            total += expected.Count;
            var rows = found.Scores.Length / N;
            for (var row = 0; row < rows; row++)
            {
                var wanted = row < expected.Count ? expected[row] : new Found(0, 0, [0, 0, 0, 0]);
                Assert.Equal(wanted.Class, found.Classes[(sample * rows) + row]);
                Assert.Equal(wanted.Score, found.Scores[(sample * rows) + row], 1e-6f);
                for (var corner = 0; corner < 4; corner++)
                    Assert.Equal(wanted.Box[corner], found.Boxes[(((sample * rows) + row) * 4) + corner], 1e-5f);
            }
        }
        Assert.True(total > 0 || minScore > 0.99f);
    }

    [Fact]
    public void A_file_for_one_image_has_the_same_outputs()
    {
        var model = DetectionTail.Append(Detector(batch: 1), Decoding());
        Assert.Equal([DetectionTail.Count, DetectionTail.Boxes, DetectionTail.Scores, DetectionTail.Classes], model.OutputNames);
        var input = Samples.Values((5 + Classes) * Anchors, 9, amplitude: 4);
        using var session = new InferenceSession(model.ToBytes(), OrtRunner.Options());
        Assert.Equal([1, 5, 4], session.OutputMetadata[DetectionTail.Boxes].Dimensions);
    }

    [Fact]
    public void Without_its_tail_the_file_is_the_network_again()
    {
        var plain = Detector();
        Assert.Equal(plain.ToBytes(), DetectionTail.Strip(DetectionTail.Append(plain, Decoding())).ToBytes());
        Assert.Equal(plain.ToBytes(), DetectionTail.Strip(DetectionTail.AppendEfficientNms(plain, Decoding())).ToBytes());
        Assert.Same(plain, DetectionTail.Strip(plain));
    }

    [Fact]
    public void TensorRTs_node_stands_in_its_own_domain_and_reads_decoded_boxes()
    {
        var model = DetectionTail.AppendEfficientNms(Detector(), Decoding());
        Assert.Empty(OnnxChecker.Check(model));
        Assert.Equal(1, model.NodeCounts["EfficientNMS_TRT"]);
        Assert.Equal([DetectionTail.Count, DetectionTail.Boxes, DetectionTail.Scores, DetectionTail.Classes], model.OutputNames);
    }

    [Fact]
    public void Anchors_that_do_not_fit_are_refused()
    {
        var decoding = Decoding() with { Anchors = new float[8] };
        Assert.Contains("16 anchors, and 2", Assert.Throws<OnnxException>(() => DetectionTail.Append(Detector(), decoding)).Message, StringComparison.Ordinal);
        var tailed = DetectionTail.Append(Detector(), Decoding());
        Assert.Contains("two outputs", Assert.Throws<OnnxException>(() => DetectionTail.Append(tailed, Decoding())).Message, StringComparison.Ordinal);
    }

    private static List<Found> Definition(ReadOnlySpan<float> scores, ReadOnlySpan<float> offsets, BoxDecoding decoding)
    {
        var chosen = new List<Found>();
        for (var label = 0; label < Classes; label++)
        {
            var candidates = new List<Found>();
            for (var anchor = 0; anchor < Anchors; anchor++)
            {
                if (scores[(anchor * (1 + Classes)) + 1 + label] > decoding.MinScore)
                    candidates.Add(new Found(label, scores[(anchor * (1 + Classes)) + 1 + label], Decode(anchor, offsets.Slice(anchor * 4, 4))));
            }
            var kept = new List<Found>();
            foreach (var candidate in candidates.OrderByDescending(candidate => candidate.Score))
            {
                if (kept.Count < decoding.TopK && kept.TrueForAll(other => Iou(candidate.Box, other.Box) <= decoding.MaxIou))
                    kept.Add(candidate);
            }
            chosen.AddRange(kept);
        }
        return [.. chosen.OrderByDescending(found => found.Score).Take(decoding.TopK)];
    }

    private static float[] Decode(int anchor, ReadOnlySpan<float> offsets)
    {
        var own = _anchors.AsSpan(anchor * 4, 4);
        var corners = new float[4];
        for (var axis = 0; axis < 2; axis++)
        {
            var centre = own[axis] + (offsets[axis] * _variances[axis] * own[2 + axis]);
            var half = own[2 + axis] * MathF.Exp(offsets[2 + axis] * _variances[2 + axis]) / 2;
            (corners[axis], corners[2 + axis]) = (Math.Clamp(centre - half, 0, 1), Math.Clamp(centre + half, 0, 1));
        }
        return corners;
    }

    private static double Iou(float[] a, float[] b)
    {
        double width = Math.Min(a[2], b[2]) - Math.Max(a[0], b[0]), height = Math.Min(a[3], b[3]) - Math.Max(a[1], b[1]);
        var both = Math.Max(0, width) * Math.Max(0, height);
        return both / (((a[2] - a[0]) * (a[3] - a[1])) + ((b[2] - b[0]) * (b[3] - b[1])) - both);
    }

    private static (float[] Scores, float[] Offsets) Raw(OnnxModel model, float[] input)
    {
        using var outputs = Outputs(model, input);
        return (outputs[0].GetTensorDataAsSpan<float>().ToArray(), outputs[1].GetTensorDataAsSpan<float>().ToArray());
    }

    private static Answers Run(OnnxModel model, float[] input)
    {
        using var outputs = Outputs(model, input);
        return new Answers(
            outputs[0].GetTensorDataAsSpan<int>().ToArray(), outputs[1].GetTensorDataAsSpan<float>().ToArray(),
            outputs[2].GetTensorDataAsSpan<float>().ToArray(), outputs[3].GetTensorDataAsSpan<int>().ToArray());
    }

    private static IDisposableReadOnlyCollection<OrtValue> Outputs(OnnxModel model, float[] input)
    {
        using var session = new InferenceSession(model.ToBytes(), OrtRunner.Options());
        using var value = OrtValue.CreateTensorValueFromMemory(input, [N, 5 + Classes, Side, Side]);
        using var run = new RunOptions();
        return session.Run(run, new Dictionary<string, OrtValue> { [session.InputNames[0]] = value }, session.OutputNames);
    }

    private sealed record Found(int Class, float Score, float[] Box);

    private sealed record Answers(int[] Counts, float[] Boxes, float[] Scores, int[] Classes);
}
