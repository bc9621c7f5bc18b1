using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Functional;

public sealed class ActivationTests
{
    private static readonly double[] Points = [-4, -1, -0.5, 0.5, 1, 7];

    public static TheoryData<string> Names => ["relu", "relu6", "leaky_relu", "elu", "silu", "mish", "hardswish", "hardsigmoid", "tanh", "sigmoid", "softplus", "gelu"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_follow_the_formula_and_gradients_the_differences(string name)
    {
        using var scope = NewDisposeScope();
        Numbers.Equal(Array.ConvertAll(Points, x => Formula(name, x)), Apply(name, tensor(Points)), 1e-6);
        Numbers.GradientsAgree(x => Apply(name, x).sum(), tensor(Points), 1e-6);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void In_place_forms_write_the_input(bool inplace)
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { -1f, 8 });
        var y = F.relu6(x, inplace);
        Numbers.Equal([0, 6], y);
        Numbers.Equal(inplace ? [0, 6] : [-1, 8], x);
        Assert.False(ReferenceEquals(x, y));
    }

    [Fact]
    public void Softmax_sums_to_one_and_does_not_overflow()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1000f, 1001, 0, 0 }, 2, 2);
        var e = Math.E;
        Numbers.Equal([1 / (1 + e), e / (1 + e), 0.5, 0.5], F.softmax(x, 1));
        Numbers.Equal([-Math.Log(1 + e), 1 - Math.Log(1 + e), -Math.Log(2), -Math.Log(2)], x.log_softmax(1));
    }

    private static Tensor Apply(string name, Tensor x) => name switch
    {
        "relu" => F.relu(x),
        "relu6" => F.relu6(x),
        "leaky_relu" => F.leaky_relu(x, 0.1),
        "elu" => F.elu(x, 1.0),
        "silu" => F.SiLU(x),
        "mish" => F.Mish(x),
        "hardswish" => F.hardswish(x),
        "hardsigmoid" => F.hardsigmoid(x),
        "tanh" => F.tanh(x),
        "sigmoid" => sigmoid(x),
        "softplus" => F.softplus(x),
        _ => F.gelu(x),
    };

    private static double Formula(string name, double x) => name switch
    {
        "relu" => Math.Max(x, 0),
        "relu6" => Math.Clamp(x, 0, 6),
        "leaky_relu" => x > 0 ? x : 0.1 * x,
        "elu" => x > 0 ? x : Math.Exp(x) - 1,
        "silu" => x / (1 + Math.Exp(-x)),
        "mish" => x * Math.Tanh(Math.Log(1 + Math.Exp(x))),
        "hardswish" => x * Math.Clamp(x + 3, 0, 6) / 6,
        "hardsigmoid" => Math.Clamp(x + 3, 0, 6) / 6,
        "tanh" => Math.Tanh(x),
        "sigmoid" => 1 / (1 + Math.Exp(-x)),
        "softplus" => Math.Log(1 + Math.Exp(x)),
        _ => x * NormalBelow(x),
    };

    // Simpson's rule over the normal density; 1e-10 is far below the test's tolerance.
    private static double NormalBelow(double x)
    {
        const int Steps = 2000;
        var width = x / Steps;
        var sum = 0d;
        for (var i = 0; i <= Steps; i++)
        {
            var t = i * width;
            sum += Math.Exp(-t * t / 2) * (i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return 0.5 + sum * width / 3 / Math.Sqrt(2 * Math.PI);
    }
}
