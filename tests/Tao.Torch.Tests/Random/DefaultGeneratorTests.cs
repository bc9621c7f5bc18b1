using static TorchSharp.torch;

namespace TorchSharp.Tests.Random;

/// <summary>Nothing else may draw from the process' own stream meanwhile.</summary>
[Collection(nameof(DefaultGeneratorTests))]
[CollectionDefinition(nameof(DefaultGeneratorTests), DisableParallelization = true)]
public sealed class DefaultGeneratorTests
{
    [Fact]
    public void Seeds_and_states_of_the_default_stream_repeat_it()
    {
        using var scope = NewDisposeScope();
        manual_seed(42);
        var state = get_rng_state();
        var first = rand(10);
        set_rng_state(state);
        Assert.True(rand(10).Equals(first));
        random.manual_seed(42);
        Assert.True(rand(10).Equals(first));
        Assert.Equal(42, initial_seed());
    }

    [Fact]
    public void The_seeded_stream_is_pytorchs()
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        // The first numbers of torch.manual_seed(0); torch.rand(3), printed by PyTorch's own documentation and every installation.
        Numbers.Equal([0.4963, 0.7682, 0.0885], rand(3), 1e-4);
    }
}
