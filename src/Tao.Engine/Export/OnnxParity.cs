using System.Globalization;
using Tao.Data.Loading;
using Tao.Engine.Stages;
using Tao.Engine.Training;
using Tao.Graph;
using Tao.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Export;

/// <summary>Compares an exported file in ONNX Runtime with the trained model it came from, on real images.</summary>
internal static class OnnxParity
{
    /// <summary>Largest difference of any output that an export may show.</summary>
    public const double Tolerance = 1e-4;

    /// <summary>That of a detector's scores; of its offsets this is far less than half a pixel.</summary>
    public const double DetectorTolerance = 1e-3;

    /// <param name="toFileInput">Turns a batch of the model's inputs (N × C × H × W) into the file's.</param>
    /// <returns>The largest difference found.</returns>
    public static double Check(string onnxPath, Model trained, IEnumerable<ImageBatch> batches, Func<float[], float[]> toFileInput, double tolerance = Tolerance)
    {
        using var module = new GraphModule(trained, Devices.Resolve("cpu"));
        using var deployed = new OnnxImageModel(onnxPath);
        using var noGrad = no_grad();
        double largest = 0;
        foreach (var batch in batches)
        {
            using (batch)
            using (NewDisposeScope())
            {
                var input = BatchTensors.Upload(batch, module.Device);
                var values = module.Run(new Dictionary<string, Tensor> { [module.Graph.Inputs[0].Name] = input }, module.Graph.Outputs, ForwardMode.Inference);
                long[] shape = [batch.Count, batch.Channels, batch.Height, batch.Width];
                float[][] actual = deployed.Run(toFileInput(OnnxImageModel.ChannelsFirst(batch)), shape);
                foreach (var (name, output) in module.Graph.Outputs.Zip(actual))
                    largest = Math.Max(largest, LargestDifference(BatchTensors.Download(values[name]), output));
            }
        }
        if (largest <= tolerance)
            return largest;
        throw StageContext.Error(
            EngineCodes.ExportDiffers,
            string.Create(CultureInfo.InvariantCulture, $"The exported file's outputs differ from the trained model's by {largest:E2}, more than {tolerance:E0}."),
            "This is a bug of the exporter; please report it with the model. Nothing was written.");
    }

    private static double LargestDifference(float[] expected, float[] actual)
    {
        if (expected.Length != actual.Length)
            return double.PositiveInfinity;
        double largest = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(expected[i] - actual[i]);
            largest = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(largest, difference);
        }
        return largest;
    }
}
