using Tao.Graph;
using TorchSharp;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Tao.Runtime.Tests;

/// <summary>Arrays in and out of torch.</summary>
internal static class TorchValues
{
    public static Tensor ToTensor(this float[] values, params long[] shape) => tensor(values, shape);

    /// <summary>Row-major.</summary>
    public static float[] ToArray(this Tensor value)
    {
        using var scope = NewDisposeScope();
        var values = new float[value.numel()];
        value.detach().copy_to<float>(values);
        return values;
    }

    public static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, float tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var bound = tolerance * MathF.Max(1, MathF.Abs(expected[i]));
            if (!(MathF.Abs(expected[i] - actual[i]) <= bound))
                Assert.Fail(FormattableString.Invariant($"{what}: element {i} is {actual[i]}, not {expected[i]}."));
        }
    }

    public static GraphModule ToModule(this Model model) => new(model, CPU);
}
