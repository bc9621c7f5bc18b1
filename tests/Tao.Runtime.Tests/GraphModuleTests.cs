using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Testing;
using TorchSharp;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Tao.Runtime.Tests;

[Collection(TorchGenerator.Name)]
public sealed class GraphModuleTests
{
    /// <summary>With observation nothing is overwritten, so the two runs agree only if overwriting harms nobody.</summary>
    [Theory]
    [InlineData(ForwardMode.Training)]
    [InlineData(ForwardMode.Inference)]
    public void Overwriting_changes_no_value_and_no_gradient(ForwardMode mode)
    {
        string[][] fetches = [["softmax"], ["softmax", "first", "normal", "kept", "product", "sum", "logits", "dropout", "image_relu"]];
        foreach (var fetch in fetches)
        {
            var (plain, gradients) = RunAndDifferentiate(fetch, mode, null);
            var (observed, observedGradients) = RunAndDifferentiate(fetch, mode, (_, _) => { });
            Assert.All(fetch, name => Assert.Equal(observed[name], plain[name]));
            Assert.Equal(observedGradients.Keys, gradients.Keys);
            Assert.All(gradients, pair => Assert.Equal(observedGradients[pair.Key], pair.Value));
            Assert.Contains(gradients.Values, gradient => gradient.Any(value => value != 0));
        }
    }

    [Fact]
    public void The_callers_input_is_not_changed()
    {
        using var module = SmallNetworks.Mixed().ToModule();
        var values = Numbers.Uniform(2 * 3 * 6 * 6, 3);
        using var scope = NewDisposeScope();
        var image = values.ToTensor(2, 3, 6, 6);
        module.Run(image, "softmax", ForwardMode.Inference);
        Assert.Equal(values, image.ToArray());
    }

    [Fact]
    public void Inner_values_are_let_go_and_fetched_ones_live()
    {
        using var module = SmallNetworks.Mixed().ToModule();
        using var scope = NewDisposeScope();
        var seen = new Dictionary<string, Tensor>();
        var image = Numbers.Uniform(3 * 6 * 6, 3).ToTensor(1, 3, 6, 6);
        var fetched = module.Run(new Dictionary<string, Tensor> { [SmallNetworks.Input] = image }, ["sum", "softmax"], ForwardMode.Inference, seen.Add);
        Assert.Equal(module.Graph.Nodes.Select(node => node.Name).Order(), seen.Keys.Order());
        Assert.Equal(1, fetched["softmax"].sum().ToSingle(), 1e-5f);
        Assert.Equal([1L, 4, 6, 6], fetched["sum"].shape);
        Assert.All(seen.Where(value => !fetched.ContainsKey(value.Key)), value => Assert.ThrowsAny<Exception>(() => value.Value.shape));
        Assert.Equal([1L, 3, 6, 6], image.shape);
    }

    [Fact]
    public void Images_and_kernels_stay_channels_last()
    {
        using var module = SmallNetworks.Mixed().ToModule();
        using var scope = NewDisposeScope();
        var image = torch_ext.from_nhwc(Numbers.Uniform(2 * 6 * 6 * 3, 3), 2, 6, 6, 3);
        var images = new List<string>();
        void Check(string name, Tensor value)
        {
            if (value.dim() != 4)
                return;
            images.Add(name);
            Assert.True(value.is_channels_last(), name);
        }

        var output = module.Run(new Dictionary<string, Tensor> { [SmallNetworks.Input] = image }, ["softmax"], ForwardMode.Training, Check);
        Assert.Equal(17, images.Count);
        Assert.All(module.Parameters.Where(parameter => parameter.Value.dim() == 4), parameter => Assert.True(parameter.Value.is_channels_last(), parameter.Key));
        output["softmax"].pow(2).sum().backward();
        foreach (var parameter in module.Trainable.Where(parameter => parameter.Tensor.dim() == 4 && parameter.Tensor.shape[2] > 1))
        {
            using var gradient = parameter.Tensor.grad!;
            Assert.Equal(parameter.Tensor.shape, gradient.shape);
        }
    }

    [Fact]
    public void Weights_come_back_as_they_went_in()
    {
        var model = SmallNetworks.Mixed();
        using var module = model.ToModule();
        var read = module.ReadWeights();
        Assert.Equal(model.Weights.Values.Keys, read.Values.Keys);
        Assert.All(model.Weights.Values, pair =>
        {
            Assert.Equal(pair.Value.Shape, read[pair.Key].Shape);
            Assert.Equal(pair.Value.Data.ToArray(), read[pair.Key].Data.ToArray());
        });
    }

    [Fact]
    public void A_missing_weight_is_named()
    {
        var model = SmallNetworks.Mixed();
        var exception = Assert.Throws<GraphException>(() => new GraphModule(model with { Weights = Weights.Empty }, CPU));
        Assert.Contains("first.weight", exception.Message);
    }

    [Fact]
    public void Frozen_nodes_and_statistics_are_not_trainable()
    {
        var model = SmallNetworks.Mixed();
        var nodes = model.Graph.Nodes.Select(node => node.Name == "kept" ? node with { Frozen = true } : node);
        using var module = (model with { Graph = model.Graph.With(nodes) }).ToModule();
        var names = module.Trainable.Select(parameter => parameter.Name).ToHashSet();
        Assert.Subset(module.Parameters.Keys.ToHashSet(), names);
        Assert.Equal(
            ["kept.bias", "kept.weight", "normal.running_mean", "normal.running_var"], module.Parameters.Keys.Except(names).Order(StringComparer.Ordinal));
    }

    /// <summary>y = w·(w·x): dy/dw = 2wx, which only a parameter that really is one and the same collects.</summary>
    [Fact]
    public void Nodes_of_one_scope_share_one_parameter()
    {
        var builder = new GraphBuilder("shared");
        var x = builder.Input(SmallNetworks.Input, TensorType.Float(TensorShape.Batch, 1));
        var once = builder.Add(new Node("once", new Linear(1, Bias: false), [x]) { ParameterScope = "both" });
        var twice = builder.Add(new Node("twice", new Linear(1, Bias: false), [once]) { ParameterScope = "both" });
        var model = new Model(builder.Build(twice), Weights.Empty.With("both.weight", WeightTensor.Filled(new TensorShape(1, 1), 3)));

        using var module = model.ToModule();
        using var scope = NewDisposeScope();
        var output = module.Run(new[] { 5f }.ToTensor(1, 1), "twice", ForwardMode.Training);
        output.sum().backward();
        Assert.Equal(45, output.ToArray()[0]);
        Assert.Equal(["both.weight"], module.Trainable.Select(parameter => parameter.Name));
        Assert.Equal([30f], module.Trainable[0].Tensor.grad!.ToArray());
    }

    [Fact]
    public void A_channels_last_run_equals_a_plain_one()
    {
        var values = Numbers.Uniform(2 * 3 * 6 * 6, 3);
        using var module = SmallNetworks.Mixed().ToModule();
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var plain = module.Run(values.ToTensor(2, 3, 6, 6), "softmax", ForwardMode.Inference).ToArray();
        var channelsLast = module.Run(values.ToTensor(2, 3, 6, 6).to_channels_last(), "softmax", ForwardMode.Inference).ToArray();
        TorchValues.AssertClose(plain, channelsLast, 1e-5f, "softmax");
    }

    private static (Dictionary<string, float[]> Values, SortedDictionary<string, float[]> Gradients) RunAndDifferentiate(
        string[] fetch, ForwardMode mode, Action<string, Tensor>? observe)
    {
        using var module = SmallNetworks.Mixed().ToModule();
        using var scope = NewDisposeScope();
        manual_seed(11);
        var image = Numbers.Uniform(2 * 3 * 6 * 6, 3).ToTensor(2, 3, 6, 6).requires_grad_();
        var values = module.Run(new Dictionary<string, Tensor> { [SmallNetworks.Input] = image }, fetch, mode, observe);
        values["softmax"].pow(3).sum().backward();
        var gradients = new SortedDictionary<string, float[]>(StringComparer.Ordinal) { [SmallNetworks.Input] = image.grad!.ToArray() };
        foreach (var parameter in module.Trainable)
            gradients.Add(parameter.Name, parameter.Tensor.grad!.ToArray());
        return (values.ToDictionary(value => value.Key, value => value.Value.ToArray()), gradients);
    }
}
