using TorchSharp.Modules;
using TorchSharp.Tests.Contract;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class ModuleTests
{
    [Fact]
    public void Components_are_found_and_named()
    {
        using var scope = NewDisposeScope();
        using var net = new LayerForms.Net();
        Assert.Equal(["alpha", "conv.weight", "bn.weight", "bn.bias", "fc.weight", "fc.bias"], net.named_parameters().Select(p => p.name));
        Assert.True(net.has_parameter("fc.bias"));
        Assert.Null(net.get_buffer("fc.bias"));
    }

    [Fact]
    public void Parameters_outlive_the_scope_they_were_made_in()
    {
        LayerForms.Net net;
        using (NewDisposeScope()) net = new LayerForms.Net();
        Assert.All(net.state_dict().Values, value => Assert.False(value.IsInvalid));
        net.Dispose();
        Assert.All(net.state_dict().Values, value => Assert.True(value.IsInvalid));
    }

    [Fact]
    public void Training_and_evaluation_reach_everything_below()
    {
        using var scope = NewDisposeScope();
        using var net = new LayerForms.Net();
        net.eval();
        Assert.All(net.modules(), module => Assert.False(module.training));
        var x = randn(2, 3, 8, 8);
        Assert.True(net.call(x).Equals(net.call(x)));
        net.train();
        Assert.All(net.modules(), module => Assert.True(module.training));
        var before = net.get_buffer("bn.running_mean")!.clone();
        net.call(x);
        Assert.False(net.get_buffer("bn.running_mean")!.Equals(before));
        Assert.Equal(1, net.get_buffer("bn.num_batches_tracked")!.ToInt64());
    }

    [Fact]
    public void A_saved_state_comes_back_and_a_wrong_one_is_refused()
    {
        using var scope = NewDisposeScope();
        using var one = new LayerForms.Net();
        using var two = new LayerForms.Net();
        using var stream = new MemoryStream();
        one.save(stream);
        stream.Position = 0;
        two.load(stream);
        foreach (var (key, value) in one.state_dict()) Assert.True(value.Equals(two.state_dict()[key]), key);
        var wrong = new Dictionary<string, Tensor> { ["fc.bias"] = zeros(10), ["more"] = zeros(1) };
        var refusal = Assert.Throws<InvalidOperationException>(() => two.load_state_dict(wrong));
        Assert.Contains("conv.weight", refusal.Message);
        Assert.Contains("more", refusal.Message);
        Assert.Equal(["more"], two.load_state_dict(wrong, strict: false).unexpected_keyes);
        Assert.Throws<ArgumentException>(() => two.load_state_dict(new() { ["fc.bias"] = zeros(3) }, strict: false));
    }

    [Fact]
    public void Conversion_keeps_the_objects_and_integer_buffers()
    {
        using var scope = NewDisposeScope();
        using var net = new LayerForms.Net();
        var weight = net.get_parameter("fc.weight");
        net.to(ScalarType.Float64);
        Assert.Same(weight, net.get_parameter("fc.weight"));
        Assert.Equal(ScalarType.Float64, weight!.dtype);
        Assert.Equal(ScalarType.Int64, net.get_buffer("bn.num_batches_tracked")!.dtype);
    }

    [Fact]
    public void Names_are_unique_and_without_dots()
    {
        using var sequence = nn.Sequential(("a", nn.ReLU()));
        Assert.Throws<ArgumentException>(() => sequence.append("a", nn.ReLU()));
        Assert.Throws<ArgumentException>(() => sequence.append("a.b", nn.ReLU()));
    }

    [Fact]
    public void Initial_values_have_the_published_spread()
    {
        using var scope = NewDisposeScope();
        var weight = empty(64, 32, 3, 3);
        Assert.Equal((288, 576), nn.init.CalculateFanInAndFanOut(weight));
        Assert.Equal(Math.Sqrt(2.0 / 288), nn.init.kaiming_normal_(weight, nonlinearity: nn.init.NonlinearityType.ReLU).std().ToDouble(), 2e-3);
        Assert.InRange(nn.init.xavier_uniform_(weight).abs().max().ToDouble(), 0.9 * Math.Sqrt(6.0 / 864), Math.Sqrt(6.0 / 864));
        using var linear = nn.Linear(16, 4);
        Assert.InRange(linear.weight.abs().max().ToDouble(), 0, 0.25);
    }

    [Fact]
    public void A_network_learns()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(11);
        using var net = nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 1));
        foreach (var parameter in net.parameters()) nn.init.uniform_(parameter, -0.5, 0.5, generator);
        using var optimizer = optim.Adam(net.parameters(), 0.05);
        var x = rand(64, 2, generator: generator);
        var y = (x[TensorIndex.Colon, TensorIndex.Slice(0, 1)] * x[TensorIndex.Colon, TensorIndex.Slice(1, 2)]).detach();
        var loss = 1d;
        for (var step = 0; step < 200; step++)
        {
            using var inner = NewDisposeScope();
            optimizer.zero_grad();
            var error = nn.functional.mse_loss(net.call(x), y);
            error.backward();
            optimizer.step();
            loss = error.ToDouble();
        }
        Assert.True(loss < 5e-3, $"loss {loss}");
    }
}
