using Tao.Graph.Ops;

namespace Tao.Graph.Tests;

public sealed class WeightInitializerTests
{
    private static readonly ParameterSpec _kernel = new("weight", new TensorShape(32, 16, 3, 3), ParameterRole.Kernel, Initializer.GlorotUniform);

    [Fact]
    public void Same_seed_gives_the_same_numbers_on_every_machine() =>
        Assert.Equal([-0.0317920782f, 0.0349623673f, -0.00704469532f], WeightInitializer.Create(_kernel, "conv1.weight", 42).Data.ToArray()[..3]);

    [Fact]
    public void Values_depend_on_seed_and_name_but_not_on_the_other_nodes()
    {
        var values = WeightInitializer.Create(_kernel, "a.weight", 1).Data.ToArray();
        Assert.Equal(values, WeightInitializer.Create(_kernel, "a.weight", 1).Data.ToArray());
        Assert.NotEqual(values, WeightInitializer.Create(_kernel, "a.weight", 2).Data.ToArray());
        Assert.NotEqual(values, WeightInitializer.Create(_kernel, "b.weight", 1).Data.ToArray());
    }

    [Fact]
    public void Glorot_is_uniform_between_its_bounds()
    {
        var values = WeightInitializer.Create(_kernel, "a.weight", 7).Data.ToArray();
        var limit = MathF.Sqrt(6f / ((16 + 32) * 9));

        Assert.All(values, value => Assert.InRange(value, -limit, limit));
        // Four standard deviations of the mean of 4608 uniform numbers are 0.034 of the limit.
        Assert.InRange(values.Average(), -0.04f * limit, 0.04f * limit);
        // A uniform distribution's variance is limit² / 3.
        Assert.InRange(values.Average(value => value * value) / (limit * limit / 3), 0.95f, 1.05f);
        Assert.True(values.Max() > 0.99f * limit && values.Min() < -0.99f * limit);
    }

    [Fact]
    public void Every_parameter_of_a_graph_gets_its_starting_value()
    {
        var graph = Samples.EveryOp();
        var weights = WeightInitializer.Create(graph, 3);

        Assert.Equal(graph.Parameters().Select(parameter => parameter.Name).Order(StringComparer.Ordinal), weights.Values.Keys);
        Assert.All(weights.Values("bn.weight"), value => Assert.Equal(1, value));
        Assert.All(weights.Values("bn.running_mean"), value => Assert.Equal(0, value));
        Assert.Equal([6], weights.Values("quant.range"));
    }
}
