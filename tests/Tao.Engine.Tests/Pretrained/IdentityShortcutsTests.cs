using System.Collections.Immutable;
using Tao.Engine.Pretrained;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Runtime;
using Tao.Testing;
using TorchSharp;
using static TorchSharp.torch;
using Padding = Tao.Graph.Padding;

namespace Tao.Engine.Tests.Pretrained;

/// <summary>Projections on shortcuts that a published network does not have compute what it computes.</summary>
public sealed class IdentityShortcutsTests
{
    private const int Channels = 4;

    private static readonly ImmutableArray<string> _projections = ["plain", "normed", "wide", "strided", "branch"];

    [Fact]
    public void The_network_computes_what_it_would_without_them()
    {
        var graph = Residuals(projected: true);
        var start = new Model(graph, WeightInitializer.Create(graph, 5));
        var shortcuts = IdentityShortcuts.Find(graph, Missing(graph, "plain.weight", "normed.weight", "normed_bn.weight"));
        Assert.Equal(["plain", "normed"], shortcuts.Convolutions.Select(node => node.Name));
        Assert.Equal(["normed_bn"], shortcuts.Norms.Select(node => node.Name));

        var published = Residuals(projected: false);
        float[] expected = Run(new Model(published, start.Weights.For(published)));
        float[] actual = Run(start with { Weights = shortcuts.Apply(start.Weights) });
        // The batch norm's epsilon.
        Assert.InRange(Distance(expected, actual), 0, 1e-2);
        Assert.True(Distance(expected, Run(start)) > 0.1);
    }

    [Fact]
    public void What_the_file_has_and_what_no_identity_fits_is_left_alone()
    {
        var graph = Residuals(projected: true);
        Assert.Empty(IdentityShortcuts.Find(graph, Missing(graph)).Convolutions);
        // Of another width, with a stride, and read by something else than the sum.
        Assert.Empty(IdentityShortcuts.Find(graph, Missing(graph, "wide.weight", "strided.weight", "branch.weight")).Convolutions);
    }

    [Fact]
    public void They_are_no_longer_missing()
    {
        var graph = Residuals(projected: true);
        var report = Missing(graph, "plain.weight", "normed.weight", "normed_bn.weight", "strided.weight");
        Assert.Equal(["strided.weight"], IdentityShortcuts.Find(graph, report).Without(report).Missing.Select(parameter => parameter.Name));
    }

    private static NetworkGraph Residuals(bool projected)
    {
        var builder = new GraphBuilder("residuals");
        string x = builder.Input("image", TensorType.Image(Channels, 6, 6));
        x = builder.Add("sum1", new Add(), projected ? Projection("plain", x) : x, Body("body1", x));
        string normed = projected ? builder.Add("normed_bn", new BatchNorm(1e-3, 0.9), Projection("normed", x)) : x;
        x = builder.Add("sum2", new Add(), normed, Body("body2", x));
        string branch = builder.Add("branch", new Conv2d(Channels, 1, 1, Bias: false), x);
        x = builder.Add("joined", new Concat(), branch, x);
        x = builder.Add("sum3", new Add(), builder.Add("wide", new Conv2d(Channels, 1, 1, Bias: false), x), Body("body3", x));
        return builder.Build(builder.Add("sum4", new Add(), builder.Add("strided", new Conv2d(Channels, 1, 1, 2, Bias: false), x), builder.Add("body4", new Conv2d(Channels, 3, 3, 2, Padding.Same(3)), x)));

        string Projection(string name, string input) => builder.Add(name, new Conv2d(Channels, 1, 1, Bias: false), input);

        string Body(string name, string input) => builder.Add(name, new Conv2d(Channels, 3, 3, Padding: Padding.Same(3)), input);
    }

    private static MatchReport Missing(NetworkGraph graph, params string[] names)
    {
        Assert.Empty(_projections.Except(graph.Nodes.Select(node => node.Name)));
        return new MatchReport("file", "test") { Missing = [.. names.Select(name => new MissingParameter(name, InHead: false))] };
    }

    private static float[] Run(Model model)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var module = new GraphModule(model, CPU);
        var image = tensor(Numbers.Uniform(Channels * 36, seed: 3, amplitude: 2), 1, Channels, 6, 6);
        return module.Run(new Dictionary<string, Tensor> { ["image"] = image }, model.Graph.Outputs, ForwardMode.Inference)[model.Graph.Outputs[0]].contiguous().data<float>().ToArray();
    }

    private static float Distance(float[] left, float[] right) => left.Zip(right, (a, b) => Math.Abs(a - b)).Max();
}
