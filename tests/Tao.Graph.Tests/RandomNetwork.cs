using System.Globalization;
using Tao.Graph.Ops;

namespace Tao.Graph.Tests;

/// <summary>Random small classifiers out of convolutions, residuals, depthwise convolutions, concatenations, pools and a linear head.</summary>
internal sealed class RandomNetwork
{
    private readonly Random _random;
    private readonly GraphBuilder _builder = new("random");
    private int _count;

    private RandomNetwork(int seed) => _random = new Random(seed);

    public static Model Create(int seed) => new RandomNetwork(seed).Create();

    public static double[] Sample(NetworkGraph graph, int seed)
    {
        var random = new Random(seed + 1);
        return [.. Enumerable.Range(0, (int)graph.Inputs[0].Type.Shape.ElementCount).Select(_ => random.NextDouble() * 2 - 1)];
    }

    private Model Create()
    {
        var x = Convolution(_builder.Input("input_1", TensorType.Image(2, 6, 5)), _random.Next(3, 7), 3);
        for (var step = _random.Next(2, 5); step > 0; step--)
        {
            x = _random.Next(4) switch
            {
                0 => Residual(x),
                1 => Depthwise(x),
                2 => _builder.Add(Name("max"), new MaxPool2d(2, 1), x),
                _ => Convolution(x, _random.Next(3, 7), 1),
            };
        }
        if (_random.Next(2) == 0)
            x = _builder.Add(Name("concat"), new Concat(), Convolution(x, 3, 1), x, Convolution(x, 4, 3));
        x = _random.Next(2) == 0 ? _builder.Add("avg_pool", new GlobalAveragePool(), x) : x;
        x = _builder.Add("flatten", new Flatten(), x);
        var graph = _builder.Build(_builder.Add("softmax", new Softmax(), _builder.Add("predictions", new Linear(3), x)));
        return new Model(graph, Weights.From(graph.Parameters().Select(parameter => KeyValuePair.Create(parameter.Name, Values(parameter.Spec)))));
    }

    private string Convolution(string x, int channels, int kernel)
    {
        x = _builder.Add(Name("conv"), new Conv2d(channels, kernel, kernel, 1, Padding.Same(kernel), Bias: _random.Next(2) == 0), x);
        return Finish(x);
    }

    private string Depthwise(string x)
    {
        var narrow = Convolution(x, _random.Next(3, 7), 1);
        return Convolution(Finish(_builder.Add(Name("dw"), new DepthwiseConv2d(3, 3, 1, Padding.Same(3)), narrow)), 4, 1);
    }

    private string Residual(string x)
    {
        x = Convolution(x, 5, 1);
        for (var unit = _random.Next(1, 3); unit > 0; unit--)
            x = _builder.Add(Name("relu"), new Relu(), _builder.Add(Name("add"), new Add(), Convolution(Convolution(x, 4, 3), 5, 1), x));
        return x;
    }

    private string Finish(string x)
    {
        if (_random.Next(2) == 0)
            x = _builder.Add(Name("bn"), new BatchNorm(1e-5, 0.9), x);
        return _random.Next(3) switch
        {
            0 => _builder.Add(Name("relu6"), new Relu6(), x),
            1 => _builder.Add(Name("leaky"), new LeakyRelu(0.1), x),
            _ => x,
        };
    }

    private string Name(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}_{++_count}");

    private WeightTensor Values(ParameterSpec spec)
    {
        var data = new float[spec.Shape.ElementCount];
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = spec.Role switch
            {
                ParameterRole.RunningMean => (float)(_random.NextDouble() - 0.5),
                ParameterRole.RunningVariance => (float)(_random.NextDouble() + 0.5),
                _ => (float)(_random.NextDouble() * 2 - 1),
            };
        }
        return new WeightTensor(spec.Shape, data);
    }
}
