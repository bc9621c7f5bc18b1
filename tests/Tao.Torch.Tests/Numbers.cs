using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Short ways of writing expected values.</summary>
internal static class Numbers
{
    internal static void Equal(double[] expected, Tensor actual, double tolerance = 1e-6)
    {
        using var real = actual.detach().@double();
        var found = real.data<double>().ToArray();
        Assert.Equal(expected.Length, found.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - found[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])), $"element {i}: expected {expected[i]}, found {found[i]}");
    }

    /// <summary>Compares autograd with central differences of a scalar function of a Float64 tensor.</summary>
    internal static void GradientsAgree(Func<Tensor, Tensor> function, Tensor point, double tolerance = 1e-6)
    {
        using var scope = NewDisposeScope();
        var x = point.@double().clone().requires_grad_();
        function(x).backward();
        var analytic = x.grad!.contiguous().data<double>().ToArray();
        var values = x.detach().contiguous().data<double>().ToArray();
        const double Step = 1e-5;
        using var grad = no_grad();
        for (var i = 0; i < values.Length; i++)
        {
            using var inner = NewDisposeScope();
            var saved = values[i];
            values[i] = saved + Step;
            var above = function(tensor(values, point.shape)).ToDouble();
            values[i] = saved - Step;
            var below = function(tensor(values, point.shape)).ToDouble();
            values[i] = saved;
            var numeric = (above - below) / (2 * Step);
            Assert.True(Math.Abs(numeric - analytic[i]) <= tolerance * Math.Max(1, Math.Abs(numeric)), $"element {i}: numeric {numeric}, autograd {analytic[i]}");
        }
    }
}
