using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Testing;
using Padding = Tao.Graph.Padding;

namespace Tao.Runtime.Tests;

/// <summary>Networks of a few nodes.</summary>
internal static class SmallNetworks
{
    public const string Input = "image";

    /// <summary>
    /// Every place where an activation may overwrite its input, and every one where it must not: <c>kept</c> has two readers, <c>image</c>
    /// is the caller's, a dropout outside training is its input itself.
    /// </summary>
    public static Model Mixed()
    {
        var builder = new GraphBuilder("mixed");
        var image = builder.Input(Input, TensorType.Image(3, 6, 6));
        var first = builder.Add("first_relu", new Relu(), builder.Add("first", new Conv2d(4, 3, 3, Padding: Padding.Same(3)), image));
        var bare = builder.Add("bare_relu", new Relu(), builder.Add("dropout", new Dropout(0.5), builder.Add("image_relu", new Relu(), image)));
        var widened = builder.Add("widened", new Conv2d(4, 1, 1), bare);
        var normal = builder.Add("normal_relu", new Relu6(), builder.Add("normal", new BatchNorm(1e-3, 0.9), first));
        var depth = builder.Add("depth_relu", new LeakyRelu(0.2), builder.Add("depth", new DepthwiseConv2d(3, 3, 1, Padding.Same(3)), normal));
        var kept = builder.Add("kept", new Conv2d(4, 1, 1), depth);
        var keptRelu = builder.Add("kept_relu", new Relu(), kept);
        var product = builder.Add("product_relu", new Relu(), builder.Add("product", new Multiply(), keptRelu, kept));
        var sum = builder.Add("sum_relu", new Relu(), builder.Add("sum", new Add(), product, widened));
        var flat = builder.Add("flat", new Flatten(), builder.Add("pool", new MaxPool2d(2, 2), sum));
        var logits = builder.Add("logits_relu", new Relu(), builder.Add("logits", new Linear(5), flat));
        var graph = builder.Build(builder.Add("softmax", new Softmax(), logits));
        return new Model(graph, Numbers.Weights(graph));
    }

    /// <summary>One linear layer without bias on one number: its parameter is w, its output w·x.</summary>
    public static Model OneWeight(float weight)
    {
        var builder = new GraphBuilder("one");
        var graph = builder.Build(builder.Add("one", new Linear(1, Bias: false), builder.Input(Input, TensorType.Float(TensorShape.Batch, 1))));
        return new Model(graph, Weights.Empty.With("one.weight", WeightTensor.Filled(new TensorShape(1, 1), weight)));
    }
}
