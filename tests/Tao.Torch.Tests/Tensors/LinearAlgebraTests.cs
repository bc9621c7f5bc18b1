using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public sealed class LinearAlgebraTests
{
    [Fact]
    public void Products_by_hand()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new[] { 1f, 2, 3, 4 }, 2, 2);
        var b = tensor(new[] { 5f, 6, 7, 8 }, 2, 2);
        Numbers.Equal([19, 22, 43, 50], a.matmul(b));
        Numbers.Equal([19, 22, 43, 50], einsum("ij,jk->ik", a, b));
        Numbers.Equal([19, 22, 43, 50], a.unsqueeze(0).bmm(b.unsqueeze(0)));
        Numbers.Equal([17, 39], a.mv(b[0]));
        Numbers.Equal([17], a[0].dot(b[0]));
        Numbers.Equal([70], tensordot(a, b));
        Numbers.Equal([5], a.trace());
        Numbers.Equal([20, 23, 44, 51], ones(2, 2).addmm(a, b));
        Numbers.Equal([Math.Sqrt(32), Math.Sqrt(72), Math.Sqrt(8), Math.Sqrt(32)], cdist(a, b), 1e-4);
    }

    [Fact]
    public void Gradients_agree_with_differences()
    {
        using var scope = NewDisposeScope();
        var b = tensor(new[] { 0.5, -1, 2, 0.1 }, 2, 2);
        Numbers.GradientsAgree(a => a.matmul(b).square().sum() + einsum("ij,ij->", a, b), tensor(new[] { 1.0, 2, -3, 4 }, 2, 2));
    }

    [Fact]
    public void A_wrong_equation_is_libtorchs_error()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("einsum", Assert.Throws<TorchException>(() => einsum("ij,jk->il", ones(2, 2), ones(2, 2))).Message);
    }
}
