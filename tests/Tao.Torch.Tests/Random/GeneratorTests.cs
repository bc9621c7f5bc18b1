using static TorchSharp.torch;

namespace TorchSharp.Tests.Random;

public sealed class GeneratorTests
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        using var scope = NewDisposeScope();
        var a = rand(5, generator: new Generator(7));
        var b = rand(5, generator: new Generator(7));
        var c = rand(5, generator: new Generator(8));
        Assert.True(a.Equals(b));
        Assert.False(a.Equals(c));
    }

    [Fact]
    public void A_state_restored_continues_the_stream()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        _ = randn(3, generator: generator);
        var state = generator.get_state();
        var first = randn(100, generator: generator);
        using var other = new Generator(99);
        other.set_state(state);
        Assert.True(randn(100, generator: other).Equals(first));
    }

    [Fact]
    public void A_generator_knows_its_seed()
    {
        using var generator = new Generator(12);
        Assert.Equal(12, generator.initial_seed());
        Assert.Equal(34, generator.manual_seed(34).initial_seed());
        Assert.Equal(DeviceType.CPU, generator.device.type);
    }

    [Fact]
    public void Draws_stay_in_their_range()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var whole = randint(3, 6, [200], generator: generator);
        Assert.Equal(ScalarType.Int64, whole.dtype);
        Assert.Equal([3L, 4, 5], whole.unique().output.data<long>().ToArray());
        Assert.Equal(45, randperm(10, generator: generator).sum().ToInt64());
        var uniform = zeros(500).uniform_(-2, -1, generator);
        Assert.InRange(uniform.min().ToDouble(), -2, -1);
        Assert.InRange(uniform.max().ToDouble(), -2, -1);
        Assert.InRange(zeros(5000).normal_(3, 0.5, generator).mean().ToDouble(), 2.95, 3.05);
        Assert.InRange(bernoulli(full([5000], 0.3), generator).mean().ToDouble(), 0.27, 0.33);
    }
}
