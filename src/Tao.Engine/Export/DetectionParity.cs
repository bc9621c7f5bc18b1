using System.Collections.Immutable;
using System.Globalization;
using Tao.Data.Loading;
using Tao.Engine.Stages;
using Tao.Engine.Training;
using Tao.Graph;
using Tao.Inference;
using Tao.Objectives;
using Tao.Objectives.Detection;
using Tao.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Export;

/// <summary>Compares the boxes of an exported detector in ONNX Runtime with those of the trained model, on real images.</summary>
internal static class DetectionParity
{
    /// <summary>Pixels between corners that are the same.</summary>
    public const double CornerTolerance = 0.5;

    public const double ScoreTolerance = 1e-3;

    /// <summary>Boxes at the edge of a threshold may fall on either side of it.</summary>
    private const double UndecidedShare = 0.01;

    /// <param name="toFileInput">Turns a batch of the model's inputs (N × C × H × W) into the file's.</param>
    /// <returns>How many boxes were compared.</returns>
    public static int Check(string onnxPath, Model trained, IObjective objective, IEnumerable<ImageBatch> batches, Func<float[], float[]> toFileInput)
    {
        using var module = new GraphModule(trained, Devices.Resolve("cpu"));
        using var detector = new DetectorSession(onnxPath, Environment.ProcessorCount);
        using var noGrad = no_grad();
        int total = 0, strangers = 0;
        foreach (var batch in batches)
        {
            using (batch)
            using (NewDisposeScope())
            {
                var wanted = objective.PredictionValues(module.Graph);
                var values = module.Run(new Dictionary<string, Tensor> { [module.Graph.Inputs[0].Name] = BatchTensors.Upload(batch, module.Device) }, wanted, ForwardMode.Inference);
                var expected = objective.Decode([.. wanted.Select(name => new ReadOnlyMemory<float>(BatchTensors.Download(values[name])))], batch.Count);
                float[][] images = [.. toFileInput(OnnxImageModel.ChannelsFirst(batch)).Chunk(batch.Channels * batch.Height * batch.Width)];
                for (int i = 0; i < batch.Count; i++)
                {
                    var actual = detector.Run(images[i], batch.Channels, batch.Height, batch.Width);
                    total += Math.Max(expected[i].Boxes.Length, actual.Length);
                    strangers += Strangers(expected[i].Boxes, actual, batch.Width, batch.Height);
                }
            }
        }
        if (strangers <= Math.Ceiling(total * UndecidedShare))
            return total;
        throw StageContext.Error(
            EngineCodes.ExportDiffers,
            string.Create(CultureInfo.InvariantCulture, $"{strangers} of {total} boxes of the exported file are not the trained model's (to {CornerTolerance} pixels and a score of {ScoreTolerance})."),
            "This is a bug of the exporter; please report it with the model. Nothing was written.");
    }

    /// <summary>Boxes of either side without a partner on the other, the larger of the two numbers.</summary>
    private static int Strangers(ImmutableArray<DetectedBox> expected, ImmutableArray<FoundBox> actual, int width, int height)
    {
        var left = actual.ToList();
        int lonely = 0;
        foreach (var box in expected)
        {
            int partner = left.FindIndex(other => IsSame(box, other, width, height));
            if (partner < 0)
                lonely++;
            else
                left.RemoveAt(partner);
        }
        return Math.Max(lonely, left.Count);
    }

    private static bool IsSame(DetectedBox a, FoundBox b, int width, int height) =>
        a.Class == b.Class && Math.Abs(a.Score - b.Score) <= ScoreTolerance
        && Math.Max(Math.Abs(a.Box.X1 - b.Box.X1), Math.Abs(a.Box.X2 - b.Box.X2)) * width <= CornerTolerance
        && Math.Max(Math.Abs(a.Box.Y1 - b.Box.Y1), Math.Abs(a.Box.Y2 - b.Box.Y2)) * height <= CornerTolerance;
}
