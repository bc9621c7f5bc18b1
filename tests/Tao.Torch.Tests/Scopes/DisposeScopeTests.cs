using static TorchSharp.torch;

namespace TorchSharp.Tests.Scopes;

public sealed class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it_and_nothing_else()
    {
        using var outside = zeros(2);
        Tensor inside;
        using (NewDisposeScope())
        {
            inside = outside + 1;
            Assert.False(inside.IsInvalid);
        }
        Assert.True(inside.IsInvalid);
        Assert.False(outside.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => inside.shape);
    }

    [Fact]
    public void Moved_tensors_survive_to_the_outer_scope_and_detached_ones_to_the_end()
    {
        Tensor moved, detached;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                moved = ones(1).MoveToOuterDisposeScope();
                detached = ones(1).DetachFromDisposeScope();
            }
            Assert.False(moved.IsInvalid);
            Assert.True(outer.Contains(moved));
        }
        Assert.True(moved.IsInvalid);
        Assert.False(detached.IsInvalid);
        detached.Dispose();
    }

    [Fact]
    public void A_scope_hands_over_and_lets_go()
    {
        using var outer = NewDisposeScope();
        Tensor kept, free;
        using (var inner = NewDisposeScope())
        {
            kept = inner.MoveToOuter(zeros(1));
            free = inner.Detach(zeros(1));
            Assert.Equal(0, inner.DisposablesCount);
        }
        Assert.Equal(1, outer.DisposablesCount);
        Assert.False(kept.IsInvalid);
        free.Dispose();
    }

    [Fact]
    public void Disposing_everything_but_one_keeps_the_scope_open()
    {
        using var scope = NewDisposeScope();
        var a = zeros(1);
        var b = zeros(1);
        scope.DisposeEverythingBut(a);
        Assert.True(b.IsInvalid);
        Assert.False(a.IsInvalid);
        Assert.True(scope.Contains(a));
        Assert.Same(scope, CurrentDisposeScope);
    }

    [Fact]
    public void An_outer_scope_closed_first_leaves_the_inner_one_working()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        outer.Dispose();
        var late = zeros(1);
        inner.Dispose();
        Assert.True(late.IsInvalid);
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void Scopes_belong_to_their_thread()
    {
        using var scope = NewDisposeScope();
        Tensor? other = null;
        var thread = new Thread(() => other = zeros(1));
        thread.Start();
        thread.Join();
        Assert.Equal(0, scope.DisposablesCount);
        other!.Dispose();
    }

    [Fact]
    public void A_thousand_training_steps_leave_no_tensor_behind()
    {
        using var keep = NewDisposeScope();
        var weight = randn(4, 4).requires_grad_();
        Step(weight);
        var before = Tensor.TotalCount;
        for (var i = 0; i < 1000; i++) Step(weight);
        // Other tests run beside this one: a leak of one tensor per step would show as a thousand.
        Assert.True(Tensor.TotalCount < before + 500, $"{Tensor.TotalCount - before} tensors more");
    }

    private static void Step(Tensor weight)
    {
        using var scope = NewDisposeScope();
        nn.functional.mse_loss(randn(2, 4).matmul(weight).relu(), zeros(2, 4)).backward();
        weight.grad = null;
    }
}
