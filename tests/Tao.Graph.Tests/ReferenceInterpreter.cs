using Tao.Graph.Ops;

namespace Tao.Graph.Tests;

/// <summary>
/// Runs a graph on one sample with plain loops in double precision, straight from the ops' definitions: slow, and with nothing in common with
/// the runtime, so that passes can be checked by what they do to results.
/// </summary>
internal sealed class ReferenceInterpreter(Model model)
{
    private readonly Dictionary<string, Map> _values = [];
    private readonly Dictionary<(string Scope, string Name), float[]> _parameters = [];

    /// <summary>The first output of the graph, for one sample given row-major.</summary>
    public static double[] Run(Model model, params double[] sample) => new ReferenceInterpreter(model).Run(sample);

    private double[] Run(double[] sample)
    {
        var input = model.Graph.Inputs[0];
        _values[input.Name] = new Map(input.Type.Shape, sample);
        foreach (var node in model.Graph.Nodes)
            _values[node.Name] = new Map(model.Graph.TypeOf(node.Name).Shape, Evaluate(node, [.. node.Inputs.Select(name => _values[name])]));
        return _values[model.Graph.Outputs[0]].Data;
    }

    private double[] Evaluate(Node node, Map[] inputs)
    {
        var (x, output) = (inputs[0], new Map(model.Graph.TypeOf(node.Name).Shape, []));
        return node.Op switch
        {
            Conv2d op => output.Fill((c, y, z) => Bias(node, c) + Sum(x.C, i =>
                Window(x, (i, y, z), (op.KernelHeight, op.KernelWidth, op.Stride, op.Dilation, op.Padding), Kernel(node, c, i)))),
            DepthwiseConv2d op => output.Fill((c, y, z) => Bias(node, c)
                + Window(x, (c, y, z), (op.KernelHeight, op.KernelWidth, op.Stride, 1, op.Padding), Kernel(node, c, 0))),
            Linear => output.Fill((c, _, _) => Bias(node, c) + Sum(x.C, i => x[i, 0, 0] * Weight(node)[c * x.C + i])),
            BatchNorm op => output.Fill((c, y, z) => (x[c, y, z] - P(node, "running_mean", c)) / Math.Sqrt(P(node, "running_var", c) + op.Epsilon)
                * P(node, "weight", c) + P(node, "bias", c)),
            Relu => [.. x.Data.Select(v => Math.Max(v, 0))],
            Relu6 => [.. x.Data.Select(v => Math.Clamp(v, 0, 6))],
            LeakyRelu op => [.. x.Data.Select(v => v >= 0 ? v : v * op.Slope)],
            Dropout or StochasticDepth => x.Data,
            Softmax => [.. x.Data.Select(v => Math.Exp(v) / x.Data.Sum(Math.Exp))],
            MaxPool2d op => output.Fill((c, y, z) => Pool(x, c, y, z, (op.Kernel, op.Stride, op.Padding)).Max()),
            GlobalAveragePool => output.Fill((c, _, _) => Sum(x.H * x.W, i => x.Data[c * x.H * x.W + i]) / (x.H * x.W)),
            Add => output.Fill((c, y, z) => x.Stretched(c, y, z) + inputs[1].Stretched(c, y, z)),
            Multiply => output.Fill((c, y, z) => x.Stretched(c, y, z) * inputs[1].Stretched(c, y, z)),
            Concat => [.. inputs.SelectMany(input => input.Data)],
            ChannelSlice op => output.Fill((c, y, z) => x[op.Start + c, y, z]),
            Flatten => x.Data,
            AnchorRows => [.. from y in Enumerable.Range(0, x.H) from z in Enumerable.Range(0, x.W) from c in Enumerable.Range(0, x.C) select x[c, y, z]],
            // The pixels whose stretched kernels cover (y, z).
            ConvTranspose2d op => output.Fill((c, y, z) => Sum(x.C, i => Sum(op.Kernel, k => Sum(op.Kernel, l =>
                (y - k) % op.Stride == 0 && (z - l) % op.Stride == 0 ? x.Padded(i, (y - k) / op.Stride, (z - l) / op.Stride) * Weight(node)[(((c * x.C + i) * op.Kernel) + k) * op.Kernel + l] : 0)))),
            UpsampleNearest op => output.Fill((c, y, z) => x[c, y / op.Factor, z / op.Factor]),
            ZeroPad2d op => output.Fill((c, y, z) => x.Padded(c, y - op.Padding.Top, z - op.Padding.Left)),
            Scale op => output.Fill((c, y, z) => x[c, y, z] * op.Factor[c] + op.Offset[c]),
            FakeQuant => [.. x.Data.Select(v => Round(v, P(node, FakeQuant.RangeName, 0) / 127))],
            _ => throw new NotSupportedException(node.Op.Name),
        };
    }

    private static double Round(double value, double scale) => Math.Clamp(Math.Round(value / scale), -128, 127) * scale;

    private static double Sum(int count, Func<int, double> term) => Enumerable.Range(0, count).Sum(term);

    private static double Window(
        Map x,
        (int C, int Y, int X) at,
        (int H, int W, int Stride, int Dilation, Padding Padding) window,
        Func<int, int, double> kernel)
    {
        var (top, left) = (at.Y * window.Stride - window.Padding.Top, at.X * window.Stride - window.Padding.Left);
        double sum = 0;
        for (var i = 0; i < window.H; i++)
        {
            for (var j = 0; j < window.W; j++)
                sum += kernel(i, j) * x.Padded(at.C, top + i * window.Dilation, left + j * window.Dilation);
        }
        return sum;
    }

    private static IEnumerable<double> Pool(Map x, int c, int y, int z, (int Kernel, int Stride, Padding Padding) window) =>
        from i in Enumerable.Range(y * window.Stride - window.Padding.Top, window.Kernel)
        from j in Enumerable.Range(z * window.Stride - window.Padding.Left, window.Kernel)
        where i >= 0 && i < x.H && j >= 0 && j < x.W
        select x[c, i, j];

    private Func<int, int, double> Kernel(Node node, int output, int input)
    {
        var (height, width, inputs) = node.Op switch
        {
            Conv2d op => (op.KernelHeight, op.KernelWidth, (int)model.Graph.TypeOf(node.Inputs[0]).Shape.Channels),
            DepthwiseConv2d op => (op.KernelHeight, op.KernelWidth, 1),
            _ => throw new NotSupportedException(node.Op.Name),
        };
        var (weight, first) = (Weight(node), (output * inputs + input) * height * width);
        return (i, j) => weight[first + i * width + j];
    }

    private float[] Weight(Node node) => Parameter(node, "rounded weight", () => ComputeWeight(node));

    private float[] Parameter(Node node, string name, Func<float[]> read)
    {
        if (!_parameters.TryGetValue((node.ParameterScope, name), out var values))
            _parameters[(node.ParameterScope, name)] = values = read();
        return values;
    }

    /// <summary>Rounded per output channel when the op says so.</summary>
    private float[] ComputeWeight(Node node)
    {
        var tensor = model.Weights[$"{node.ParameterScope}.weight"];
        var data = tensor.Data.ToArray();
        if (!((IKernelOp)node.Op).QuantizedKernel)
            return data;
        foreach (var filter in data.Chunk(data.Length / (int)tensor.Shape[0]).Select((values, index) => (values, index)))
        {
            var scale = filter.values.Max(Math.Abs) / 127;
            for (var i = 0; i < filter.values.Length; i++)
                data[filter.index * filter.values.Length + i] = scale == 0 ? 0 : MathF.Round(filter.values[i] / scale) * scale;
        }
        return data;
    }

    private double Bias(Node node, int channel) => ((IKernelOp)node.Op).Bias ? P(node, "bias", channel) : 0;

    private double P(Node node, string name, int index) =>
        Parameter(node, name, () => model.Weights[$"{node.ParameterScope}.{name}"].Data.ToArray())[index];

    /// <summary>Channels × height × width of one sample; a vector has height and width 1.</summary>
    private sealed record Map(TensorShape Shape, double[] Data)
    {
        public int C => (int)Shape[1];

        public int H => Shape.Rank == 4 ? (int)Shape[2] : 1;

        public int W => Shape.Rank == 4 ? (int)Shape[3] : 1;

        public double this[int c, int y, int x] => Data[(c * H + y) * W + x];

        public double Padded(int c, int y, int x) => y < 0 || y >= H || x < 0 || x >= W ? 0 : this[c, y, x];

        public double Stretched(int c, int y, int x) => this[C == 1 ? 0 : c, H == 1 ? 0 : y, W == 1 ? 0 : x];

        public double[] Fill(Func<int, int, int, double> value) =>
            [.. from c in Enumerable.Range(0, C) from y in Enumerable.Range(0, H) from x in Enumerable.Range(0, W) select value(c, y, x)];
    }
}
