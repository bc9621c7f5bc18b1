using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Runtime.Tests;

public sealed class ExecutionPlanTests
{
    private static readonly NetworkGraph _graph = SmallNetworks.Mixed().Graph;

    [Fact]
    public void Every_value_is_released_once_after_its_last_reader()
    {
        var plan = ExecutionPlan.For(_graph, ["softmax"]);
        var released = plan.Nodes.SelectMany((planned, at) => planned.Released.Select(slot => (slot, at))).ToDictionary(pair => pair.slot, pair => pair.at);

        foreach (var node in _graph.Nodes.Where(node => node.Name != "softmax"))
        {
            var lastReader = plan.Nodes.Select((planned, at) => (planned, at)).Last(pair => pair.planned.Node.Inputs.Contains(node.Name)).at;
            Assert.Equal(lastReader, released[plan.Slots[node.Name]]);
        }
        Assert.DoesNotContain(plan.Slots["softmax"], released.Keys);
        Assert.DoesNotContain(plan.Slots[SmallNetworks.Input], released.Keys);
    }

    [Fact]
    public void What_nobody_wants_is_not_computed()
    {
        var plan = ExecutionPlan.For(_graph, ["first_relu", "widened"]);
        Assert.Equal(
            ["first", "first_relu", "image_relu", "dropout", "bare_relu", "widened"],
            plan.Nodes.Select(planned => planned.Node.Name).OrderBy(name => _graph.Nodes.IndexOf(_graph.GetNode(name))));
    }

    [Fact]
    public void Wanted_values_are_neither_released_nor_overwritten()
    {
        string[] wanted = ["first", "normal", "sum", "logits"];
        var plan = ExecutionPlan.For(_graph, wanted);
        Assert.Empty(plan.Nodes.SelectMany(planned => planned.Released).Intersect(wanted.Select(name => plan.Slots[name])));
        Assert.DoesNotContain(plan.Nodes, planned => planned.MayOverwriteInput && wanted.Contains(planned.Node.Inputs[0]));
    }

    [Fact]
    public void Only_a_value_with_one_reader_whose_producers_gradient_does_not_need_it_may_be_overwritten()
    {
        var plan = ExecutionPlan.For(_graph, ["softmax"]);
        var overwriting = plan.Nodes.Where(planned => planned.MayOverwriteInput && planned.Node.Op is Relu or Relu6 or LeakyRelu && planned.MayOverwriteInput);
        Assert.Equal(
            ["first_relu", "normal_relu", "depth_relu", "sum_relu", "logits_relu"], overwriting.Select(planned => planned.Node.Name));
    }

    [Fact]
    public void A_node_that_reads_a_value_twice_releases_it_once()
    {
        var builder = new GraphBuilder("twice");
        var x = builder.Add("x", new Tanh(), builder.Input("in", TensorType.Float(TensorShape.Batch, 2)));
        var plan = ExecutionPlan.For(builder.Build(builder.Add("sum", new Add(), x, x)), ["sum"]);
        Assert.Equal([plan.Slots["x"]], plan.Nodes[^1].Released);
    }
}
