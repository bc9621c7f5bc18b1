using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

public sealed class AutogradTests
{
    [Fact]
    public void Backward_adds_to_the_gradient_of_the_leaves()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 2f, 3 }, requires_grad: true);
        Assert.Null(x.grad);
        (x * x).sum().backward();
        Numbers.Equal([4, 6], x.grad!);
        (x * x).sum().backward();
        Numbers.Equal([8, 12], x.grad!);
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void Grad_returns_gradients_and_leaves_the_leaves_alone()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 2f, 3 }, requires_grad: true);
        var y = (x * x * x).sum();
        var first = autograd.grad([y], [x], create_graph: true)[0];
        Numbers.Equal([12, 27], first);
        Numbers.Equal([12, 18], autograd.grad([first.sum()], [x])[0]);
        Assert.Null(x.grad);
    }

    [Fact]
    public void An_unused_input_is_refused_unless_allowed()
    {
        using var scope = NewDisposeScope();
        var x = ones(1).requires_grad_();
        var z = ones(1).requires_grad_();
        var y = x * 2;
        Assert.Throws<TorchException>(() => autograd.grad([y], [z], retain_graph: true));
        Assert.Null(autograd.grad([y], [z], retain_graph: true, allow_unused: true)[0]);
        Numbers.Equal([6], autograd.grad([y], [x], [tensor(new[] { 3f })])[0]);
    }

    [Fact]
    public void Modes_nest_and_come_back()
    {
        using var scope = NewDisposeScope();
        var x = ones(1).requires_grad_();
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (enable_grad()) Assert.True((x * 2).requires_grad);
            Assert.False(is_grad_enabled());
        }
        using (inference_mode()) Assert.False((x * 2).requires_grad);
        using (set_grad_enabled(false)) Assert.False(is_grad_enabled());
        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void Detaching_cuts_the_graph_and_shares_the_memory()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        var y = (x * 2).detach();
        Assert.False(y.requires_grad);
        var z = x.detach();
        z.fill_(5);
        Numbers.Equal([5, 5], x);
    }

    [Fact]
    public void Backward_of_a_vector_wants_weights()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2 }, requires_grad: true);
        var y = x * x;
        Assert.Contains("scalar outputs", Assert.Throws<TorchException>(() => y.backward()).Message);
        y.backward([tensor(new[] { 1f, 10 })]);
        Numbers.Equal([2, 40], x.grad!);
    }

    [Fact]
    public void A_second_backward_over_a_freed_graph_is_refused()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        var y = (x * x).sum();
        y.backward();
        Assert.Contains("second time", Assert.Throws<TorchException>(() => y.backward()).Message);
    }
}
