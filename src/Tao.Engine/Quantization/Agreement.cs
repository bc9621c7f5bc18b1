using Tao.Data.Loading;
using Tao.Engine.Export;
using Tao.Engine.Training;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Quantization;

/// <summary>How often two forms of a model give the same answers: a classifier of an image, a detector of an anchor.</summary>
internal static class Agreement
{
    public static double Measure(string onnxPath, Model folded, IEnumerable<ImageBatch> batches)
    {
        using var module = new GraphModule(folded, CPU);
        using var deployed = new OnnxImageModel(onnxPath);
        using var noGrad = no_grad();
        int same = 0, total = 0;
        foreach (var batch in batches)
        {
            using (batch)
            using (NewDisposeScope())
            {
                var values = module.Run(
                    new Dictionary<string, Tensor> { [module.Graph.Inputs[0].Name] = BatchTensors.Upload(batch, module.Device) }, module.Graph.Outputs, ForwardMode.Inference);
                foreach (var (name, actual) in module.Graph.Outputs.Zip(deployed.Run(batch)).Where(output => module.Graph.GetNode(output.First).Op is Softmax or Sigmoid))
                {
                    float[] expected = BatchTensors.Download(values[name]);
                    int classes = (int)module.Graph.TypeOf(name).Shape.Sizes[^1], rows = expected.Length / classes;
                    for (int i = 0; i < rows; i++)
                        same += Best(expected, i, classes) == Best(actual, i, classes) ? 1 : 0;
                    total += rows;
                }
            }
        }
        return total == 0 ? 0 : (double)same / total;
    }

    private static int Best(float[] values, int row, int classes)
    {
        var scores = values.AsSpan(row * classes, classes);
        int best = 0;
        for (int i = 1; i < classes; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }
        return best;
    }
}
