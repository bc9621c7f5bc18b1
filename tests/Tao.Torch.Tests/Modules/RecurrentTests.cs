using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class RecurrentTests
{
    [Fact]
    public void One_step_of_a_memory_by_hand()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.LSTM(1, 1);
        foreach (var (name, parameter) in layer.named_parameters()) nn.init.constant_(parameter, name.StartsWith("weight", StringComparison.Ordinal) ? 1 : 0);
        var (output, hidden, cell) = layer.forward(tensor(new[] { 0.5f }, 1, 1, 1));
        var gate = 1 / (1 + Math.Exp(-0.5));
        var memory = gate * Math.Tanh(0.5);
        Numbers.Equal([memory], cell, 1e-5);
        Numbers.Equal([gate * Math.Tanh(memory)], hidden, 1e-5);
        Assert.True(output.view(-1).Equals(hidden.view(-1)));
    }

    [Fact]
    public void One_step_of_a_gated_unit_by_hand()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.GRU(1, 1, bias: false);
        foreach (var parameter in layer.parameters()) nn.init.constant_(parameter, 1);
        var (output, _) = layer.call(tensor(new[] { 0.5f }, 1, 1, 1), tensor(new[] { 1f }, 1, 1, 1));
        var gate = 1 / (1 + Math.Exp(-1.5));
        var proposal = Math.Tanh(0.5 + gate);
        Numbers.Equal([(1 - gate) * proposal + gate], output, 1e-5);
    }

    [Fact]
    public void Layers_and_directions_have_pytorchs_names_and_shapes()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.LSTM(8, 16, 2, batchFirst: true, bidirectional: true);
        Assert.Equal(16, layer.parameters().Count());
        Assert.Equal([64, 32], layer.get_parameter("weight_ih_l1_reverse")!.shape);
        var (output, hidden, _) = layer.forward(randn(3, 5, 8));
        Assert.Equal([3, 5, 32], output.shape);
        Assert.Equal([4, 3, 16], hidden.shape);
        output.sum().backward();
        Assert.NotNull(layer.get_parameter("weight_hh_l0")!.grad);
    }
}
