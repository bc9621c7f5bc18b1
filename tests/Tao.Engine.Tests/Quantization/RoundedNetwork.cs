using Tao.Engine.Quantization;
using Tao.Engine.Training;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Graph.Passes;
using Tao.Onnx.Calibration;
using Tao.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Tests.Quantization;

/// <summary>Two convolutions and a linear layer, whose rounding errors are large because a channel in each kernel spans a wide range.</summary>
internal static class RoundedNetwork
{
    public static Model Create()
    {
        var builder = new GraphBuilder("rounded");
        var x = builder.Add("first", new Conv2d(8, 3, 3, Bias: false), builder.Input("x", TensorType.Image(3, 12, 12)));
        x = builder.Add("second", new DepthwiseConv2d(3, 3), builder.Add("relu1", new Relu(), x));
        x = builder.Add("pool", new GlobalAveragePool(), builder.Add("relu2", new Relu6(), x));
        x = builder.Add("predictions", new Linear(4), builder.Add("flatten", new Flatten(), x));
        var graph = builder.Build(builder.Add("softmax", new Softmax(), x));
        var model = new Model(graph, WeightInitializer.Create(graph, 5));
        return WithOutlier(WithOutlier(model, "first.weight", 2), "second.weight", 3);
    }

    /// <summary>A weight that takes most of its channel's 127 steps for itself.</summary>
    public static Model WithOutlier(Model model, string weight, float size)
    {
        float[] values = model.Weights[weight].Data.ToArray();
        int filter = values.Length / (int)model.Weights[weight].Shape[0];
        for (int first = 0; first < values.Length; first += filter)
            values[first] = size;
        return model with { Weights = model.Weights.With(weight, new WeightTensor(model.Weights[weight].Shape, values)) };
    }

    /// <summary>Positive numbers, so that errors have a mean.</summary>
    public static Tensor Images(int count, int seed)
    {
        var random = new Random(seed);
        float[] values = [.. Enumerable.Range(0, count * 3 * 144).Select(_ => (float)random.NextDouble())];
        return tensor(values, count, 3, 12, 12);
    }

    public static QuantizationRanges Ranges(Model model, Tensor images)
    {
        var ranges = new Dictionary<string, float>(StringComparer.Ordinal) { ["x"] = 1 };
        foreach (var (value, output) in Values(model, images))
            ranges[value] = output.Max(Math.Abs);
        return new QuantizationRanges(ranges);
    }

    /// <summary>Every node's value.</summary>
    public static Dictionary<string, float[]> Values(Model model, Tensor images)
    {
        var values = new Dictionary<string, float[]>(StringComparer.Ordinal);
        using var module = new GraphModule(model, CPU);
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        module.Run(
            new Dictionary<string, Tensor> { ["x"] = images }, module.Graph.Outputs, ForwardMode.Inference, (value, output) => values.Add(value, BatchTensors.Download(output)));
        return values;
    }

    public static double Sqnr(float[] expected, float[] actual)
    {
        var error = new TensorError();
        error.Add(expected, actual);
        return error.SqnrDecibels;
    }
}
