using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Extensions;

public sealed class KerasOptimizerTests
{
    private const double L1 = 0.01, L2 = 0.02, Rate = 0.05;

    public static TheoryData<string> Rules =>
        ["sgd", "sgd momentum", "sgd nesterov", "adam", "adam amsgrad", "rmsprop", "rmsprop centered", "rmsprop momentum", "rmsprop momentum centered"];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Five_steps_with_penalty_follow_kerass_formula(string rule)
    {
        using var scope = NewDisposeScope();
        double[] start = [1, -2, 0.5, 0.25];
        var parameter = tensor(start, requires_grad: true);
        using var optimizer = Make(rule, [new PenalizedParameter("w", parameter, L1, L2)]);
        var expected = (double[])start.Clone();
        var memory = new double[3, 4];
        for (var t = 1; t <= 5; t++)
        {
            optimizer.zero_grad();
            parameter.pow(4).sum().backward();
            var penalty = expected.Sum(w => L1 * Math.Abs(w) + L2 * w * w);
            optimizer.step();
            Assert.Equal(penalty, optimizer.LastPenalty, 1e-10);
            for (var i = 0; i < 4; i++)
            {
                var gradient = 4 * Math.Pow(expected[i], 3) + L1 * Math.Sign(expected[i]) + 2 * L2 * expected[i];
                expected[i] = Keras(rule, t, expected[i], gradient, i, memory);
            }
        }
        Numbers.Equal(expected, parameter, 1e-10);
        Assert.Equal(5, optimizer.Steps);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_restored_state_continues_bit_for_bit(string rule)
    {
        using var scope = NewDisposeScope();
        var whole = Start();
        using var one = Make(rule, [new PenalizedParameter("w", whole, 0, L2)]);
        for (var t = 0; t < 4; t++) Train(whole, one);

        var first = Start();
        using var before = Make(rule, [new PenalizedParameter("w", first, 0, L2)]);
        for (var t = 0; t < 2; t++) Train(first, before);
        var second = first.detach().clone().requires_grad_();
        using var after = Make(rule, [new PenalizedParameter("w", second, 0, L2)]);
        after.Steps = before.Steps;
        foreach (var ((name, target), (source, value)) in after.State.Zip(before.State))
        {
            Assert.Equal(source, name);
            target.copy_(value);
        }
        for (var t = 0; t < 2; t++) Train(second, after);
        Assert.True(second.Equals(whole));
    }

    [Fact]
    public void Channels_last_parameters_and_row_major_gradients_meet()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        var plain = randn(2, 3, 4, 4, generator: generator);
        var last = plain.to_channels_last().requires_grad_();
        last.grad = plain.clone();
        using var optimizer = new KerasSgd([new PenalizedParameter("w", last)], new KerasSgdOptions(0.5, 0.9));
        optimizer.step();
        Assert.True(last.is_channels_last());
        Assert.True(last.allclose(plain * 0.5));
        Assert.True(optimizer.State[0].Value.is_channels_last());
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        using var scope = NewDisposeScope();
        var threads = get_num_threads();
        var results = new List<(Tensor Weight, double Penalty)>();
        foreach (var count in new[] { 1, 2 })
        {
            set_num_threads(count);
            using var generator = new Generator(3);
            var weight = randn(300_000, generator: generator).requires_grad_();
            weight.grad = randn(300_000, generator: generator);
            using var optimizer = new KerasAdam([new PenalizedParameter("w", weight, L1, L2)], new KerasAdamOptions());
            optimizer.step();
            results.Add((weight, optimizer.LastPenalty));
        }
        set_num_threads(threads);
        Assert.True(results[0].Weight.Equals(results[1].Weight));
        Assert.Equal(results[0].Penalty, results[1].Penalty);
    }

    [Fact]
    public void A_parameter_without_gradient_moves_only_by_its_penalty()
    {
        using var scope = NewDisposeScope();
        var free = ones(1).requires_grad_();
        var bound = ones(1).requires_grad_();
        using var optimizer = new KerasSgd([new PenalizedParameter("free", free), new PenalizedParameter("bound", bound, 0, 0.5)], new KerasSgdOptions(0.1));
        optimizer.step();
        Numbers.Equal([1], free);
        Numbers.Equal([0.9], bound);
    }

    [Fact]
    public void A_step_through_a_recorded_weight_is_noticed_by_autograd()
    {
        using var scope = NewDisposeScope();
        var weight = ones(2).requires_grad_();
        var loss = (weight * weight).sum();
        weight.grad = ones(2);
        using var optimizer = new KerasSgd([new PenalizedParameter("w", weight)], new KerasSgdOptions());
        optimizer.step();
        Assert.Contains("modified by an inplace operation", Assert.Throws<TorchException>(() => loss.backward()).Message);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Parameters_with_gaps_in_memory_are_updated_alike(string rule)
    {
        using var scope = NewDisposeScope();
        double[] start = [1, -2, 0.5, 0.25];
        var dense = tensor(start, requires_grad: true);
        var sparse = zeros(8, ScalarType.Float64).slice(0, 0, 8, 2).copy_(dense.detach()).detach().requires_grad_();
        using var one = Make(rule, [new PenalizedParameter("w", dense, L1, L2)]);
        using var other = Make(rule, [new PenalizedParameter("w", sparse, L1, L2)]);
        for (var t = 0; t < 3; t++)
        {
            Train(dense, one);
            Train(sparse, other);
            Assert.Equal(one.LastPenalty, other.LastPenalty, 1e-12);
        }
        Assert.Equal([2L], sparse.stride());
        Assert.True(sparse.allclose(dense, 1e-10, 1e-12));
    }

    [Fact]
    public void A_gradient_of_another_type_is_refused()
    {
        using var scope = NewDisposeScope();
        var weight = ones(2).requires_grad_();
        using var optimizer = new KerasSgd([new PenalizedParameter("w", weight)], new KerasSgdOptions());
        Assert.Throws<TorchException>(() => weight.grad = ones(2, ScalarType.Float64));
        Assert.Throws<TorchException>(() => weight.grad = ones(3));
        optimizer.step();
        Numbers.Equal([1, 1], weight);
    }

    private static Tensor Start()
    {
        using var generator = new Generator(1);
        return randn(50, generator: generator).requires_grad_();
    }

    private static void Train(Tensor weight, KerasOptimizer optimizer)
    {
        optimizer.zero_grad();
        weight.pow(4).sum().backward();
        optimizer.step();
    }

    private static KerasOptimizer Make(string rule, PenalizedParameter[] parameters) => rule switch
    {
        "sgd" => new KerasSgd(parameters, new KerasSgdOptions(Rate)),
        "sgd momentum" => new KerasSgd(parameters, new KerasSgdOptions(Rate, 0.9)),
        "sgd nesterov" => new KerasSgd(parameters, new KerasSgdOptions(Rate, 0.9, true)),
        "adam" => new KerasAdam(parameters, new KerasAdamOptions(Rate)),
        "adam amsgrad" => new KerasAdam(parameters, new KerasAdamOptions(Rate, AmsGrad: true)),
        "rmsprop" => new KerasRmsProp(parameters, new KerasRmsPropOptions(Rate)),
        "rmsprop centered" => new KerasRmsProp(parameters, new KerasRmsPropOptions(Rate, Centered: true)),
        "rmsprop momentum" => new KerasRmsProp(parameters, new KerasRmsPropOptions(Rate, Momentum: 0.9)),
        _ => new KerasRmsProp(parameters, new KerasRmsPropOptions(Rate, Momentum: 0.9, Centered: true)),
    };

    private static double Keras(string rule, int t, double w, double g, int i, double[,] memory)
    {
        const double Epsilon = 1e-7;
        if (rule == "sgd") return w - Rate * g;
        if (rule.StartsWith("sgd", StringComparison.Ordinal))
        {
            memory[0, i] = 0.9 * memory[0, i] - Rate * g;
            return w + (rule == "sgd nesterov" ? 0.9 * memory[0, i] - Rate * g : memory[0, i]);
        }
        if (rule.StartsWith("adam", StringComparison.Ordinal))
        {
            memory[0, i] = 0.9 * memory[0, i] + 0.1 * g;
            memory[1, i] = 0.999 * memory[1, i] + 0.001 * g * g;
            memory[2, i] = Math.Max(memory[2, i], memory[1, i]);
            var rate = Rate * Math.Sqrt(1 - Math.Pow(0.999, t)) / (1 - Math.Pow(0.9, t));
            return w - rate * memory[0, i] / (Math.Sqrt(rule == "adam" ? memory[1, i] : memory[2, i]) + Epsilon);
        }
        memory[0, i] = 0.9 * memory[0, i] + 0.1 * g * g;
        var spread = memory[0, i];
        if (rule.EndsWith("centered", StringComparison.Ordinal))
        {
            memory[1, i] = 0.9 * memory[1, i] + 0.1 * g;
            spread -= memory[1, i] * memory[1, i];
        }
        if (!rule.Contains("momentum", StringComparison.Ordinal)) return w - Rate * g / (Math.Sqrt(spread) + Epsilon);
        memory[2, i] = 0.9 * memory[2, i] + Rate * g / Math.Sqrt(spread + Epsilon);
        return w - memory[2, i];
    }
}
