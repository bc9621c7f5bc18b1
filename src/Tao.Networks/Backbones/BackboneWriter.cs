using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Networks.Backbones;

/// <summary>Appends what the backbones have in common and keeps track of the total stride.</summary>
internal sealed class BackboneWriter(GraphBuilder builder, BackboneOptions options, string defaultActivation)
{
    private readonly SortedDictionary<int, string> _byStride = [];
    private readonly OpDefinition _activation = Activations.Create(options.Activation ?? defaultActivation);

    /// <summary>Convolution with TAO's "same": k/2 on every side (k is odd), also when strided.</summary>
    public string Conv(string name, string input, int channels, int kernel, int stride, int block) =>
        Conv(name, input, new Conv2d(channels, kernel, kernel, stride, Padding.Same(kernel), Bias: options.UseBias), block);

    public string Conv(string name, string input, OpDefinition convolution, int block) =>
        builder.Add(new Node(name, convolution, [input]) { Frozen = options.FreezeBlocks.Contains(block) });

    /// <summary>Convolution with TAO's "same", batch norm <c>name_bn</c> and the activation.</summary>
    /// <param name="activation">What follows the name in the activation's.</param>
    public string Layer(string name, string input, (int Channels, int Kernel, int Stride) shape, int block, string activation) => Activate(
        $"{name}_{activation}", BatchNorm($"{name}_bn", Conv(name, input, shape.Channels, shape.Kernel, shape.Stride, block)));

    public string Depthwise(string name, string input, int kernel, int stride, int block) =>
        Conv(name, input, new DepthwiseConv2d(kernel, kernel, stride, Padding.Same(kernel), options.UseBias), block);

    public string BatchNorm(string name, string input) => options.UseBatchNorm
        ? builder.Add(name, new BatchNorm(options.BatchNormEpsilon, options.BatchNormMomentum, options.FreezeBatchNorm), input)
        : input;

    /// <summary>The spec's activation, or the backbone's own.</summary>
    public string Activate(string name, string input) => builder.Add(name, _activation, input);

    /// <summary>Convolution with Keras' "same": as many outputs as strides fit, an odd pixel of padding below and right.</summary>
    public string ConvKerasSame(string name, string input, int channels, int kernel, int stride, int block) =>
        Conv(name, input, new Conv2d(channels, kernel, kernel, stride, KerasSame(input, kernel, stride), Bias: options.UseBias), block);

    public string DepthwiseKerasSame(string name, string input, int kernel, int stride, int block) =>
        Conv(name, input, new DepthwiseConv2d(kernel, kernel, stride, KerasSame(input, kernel, stride), options.UseBias), block);

    public string Add(string name, OpDefinition op, params ReadOnlySpan<string> inputs) => builder.Add(name, op, inputs);

    /// <summary>3×3 max pooling with stride 2 and TAO's padding, which is zeros and not −∞.</summary>
    public string MaxPoolSame(string name, string input)
    {
        if (Activations.IsNonNegative(_activation))
            return builder.Add(name, new MaxPool2d(3, 2, Padding.Same(3)), input);
        var padded = builder.Add($"{name}_pad", new ZeroPad2d(Padding.Same(3)), input);
        return builder.Add(name, new MaxPool2d(3, 2), padded);
    }

    public long ChannelsOf(string value) => builder.TypeOf(value).Shape.Channels;

    /// <summary>Marks the deepest value so far of a total stride.</summary>
    public void Reached(int stride, string value) => _byStride[stride] = value;

    /// <summary>Pooled features → dropout (where the backbone has it) → linear.</summary>
    public string LinearHead(string features, bool withDropout)
    {
        var x = builder.Add("avg_pool", new GlobalAveragePool(), features);
        x = builder.Add("flatten", new Flatten(), x);
        if (withDropout)
            x = builder.Add("dropout", new Dropout(options.Dropout), x);
        return builder.Add(new Node(BackboneHead.LogitsName, new Linear(options.ClassCount), [x]) { ParameterScope = BackboneHead.Scope });
    }

    /// <summary>Two dense layers with ReLU and dropout, then the linear one (VGG, AlexNet).</summary>
    /// <param name="features">Flattened.</param>
    public string DenseHead(string features, int width)
    {
        var x = features;
        for (var i = 1; i <= 2; i++)
        {
            x = builder.Add(FormattableString.Invariant($"fc_{i}"), new Linear(width), x);
            x = builder.Add(FormattableString.Invariant($"fc_{i}_relu"), new Relu(), x);
            x = builder.Add(FormattableString.Invariant($"dropout_{i}"), new Dropout(options.Dropout), x);
        }
        return builder.Add(new Node(BackboneHead.LogitsName, new Linear(options.ClassCount), [x]) { ParameterScope = BackboneHead.Scope });
    }

    /// <summary>What a depth of the table is made of.</summary>
    public static T Depth<T>(ImmutableSortedDictionary<int, T> depths, string name, int layers) => depths.TryGetValue(layers, out var depth)
        ? depth
        : throw new GraphException(FormattableString.Invariant($"There is no {name}-{layers}; the depths are {string.Join(", ", depths.Keys)}."));

    /// <summary>a … z, aa, ab …, as spreadsheets count.</summary>
    public static string Letter(int unit) => (unit >= 26 ? Letter(unit / 26 - 1) : "") + (char)('a' + unit % 26);

    /// <summary>The number that <see cref="Letter"/> wrote.</summary>
    public static int LetterIndex(string letters) => letters.Aggregate(0, (index, letter) => index * 26 + letter - 'a' + 1) - 1;

    public BackboneFeatures Finish(string output, Func<string> head)
    {
        foreach (var (stride, value) in _byStride)
            builder.Tap(FormattableString.Invariant($"stride{stride}"), value);
        return new BackboneFeatures(output, _byStride.ToImmutableSortedDictionary(), options.RetainHead ? head() : null);
    }

    private Padding KerasSame(string input, int kernel, int stride)
    {
        var image = builder.TypeOf(input).Shape;
        var (height, width) = (Total(image[2], kernel, stride), Total(image[3], kernel, stride));
        return new Padding(height / 2, width / 2, height - height / 2, width - width / 2);
    }

    private static int Total(long size, int kernel, int stride) => (int)Math.Max(0, ((size + stride - 1) / stride - 1) * stride + kernel - size);
}
