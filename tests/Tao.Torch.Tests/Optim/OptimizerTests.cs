using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optim;

public sealed class OptimizerTests
{
    private const double Rate = 0.1;

    public static TheoryData<string> Rules => ["sgd", "nesterov", "dampened", "adam", "amsgrad", "adamw", "rmsprop", "rmsprop centered momentum"];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Five_steps_follow_the_textbook(string rule)
    {
        using var scope = NewDisposeScope();
        double[] start = [1, -2, 0.5];
        var parameter = new Parameter(tensor(start));
        using var optimizer = Make(rule, [parameter]);
        var expected = (double[])start.Clone();
        var memory = new double[3, 3];
        for (var t = 1; t <= 5; t++)
        {
            optimizer.zero_grad();
            (parameter * parameter * parameter).sum().backward();
            optimizer.step();
            for (var i = 0; i < 3; i++) expected[i] = Textbook(rule, t, expected[i], 3 * expected[i] * expected[i], i, memory);
        }
        Numbers.Equal(expected, parameter, 1e-10);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Parameters_with_gaps_in_memory_are_updated_alike(string rule)
    {
        using var scope = NewDisposeScope();
        var dense = new Parameter(tensor(new[] { 1, -2, 0.5 }));
        var gaps = new Parameter(zeros(6, ScalarType.Float64).slice(0, 0, 6, 2).copy_(dense.detach()).detach());
        using var optimizer = Make(rule, [dense, gaps]);
        for (var t = 0; t < 3; t++)
        {
            optimizer.zero_grad();
            (dense.pow(3) + gaps.pow(3)).sum().backward();
            optimizer.step();
        }
        Assert.Equal([2L], gaps.stride());
        Assert.True(gaps.allclose(dense, 1e-10, 1e-12));
    }

    [Fact]
    public void Groups_have_rates_of_their_own_and_schedules_change_them()
    {
        using var scope = NewDisposeScope();
        var a = new Parameter(ones(1));
        var b = new Parameter(ones(1));
        using var optimizer = new SGD([new SGD.ParamGroup([a]) { Options = new SGD.Options { LearningRate = 0.5 } }, new SGD.ParamGroup([b])], 0.1);
        (a + b).sum().backward();
        optimizer.step();
        Numbers.Equal([0.5], a);
        Numbers.Equal([0.9], b);
        var schedule = optim.lr_scheduler.StepLR(optimizer, 2, 0.1);
        schedule.step();
        Assert.Equal([0.5, 0.1], schedule.get_last_lr());
        schedule.step();
        Assert.Equal([0.05, 0.01], schedule.get_last_lr().Select(rate => Math.Round(rate, 12)));
        foreach (var group in optimizer.ParamGroups) group.LearningRate = 0;
        optimizer.step();
        Numbers.Equal([0.5], a);
    }

    [Fact]
    public void A_parameter_without_gradient_stays()
    {
        using var scope = NewDisposeScope();
        var used = new Parameter(ones(1));
        var unused = new Parameter(ones(1));
        using var optimizer = optim.Adam([used, unused], 0.1, weight_decay: 0.1);
        used.sum().backward();
        optimizer.step();
        Numbers.Equal([1], unused);
        Assert.True(used.ToDouble() < 1);
        Assert.Equal(2, optimizer.parameters().Count());
    }

    [Fact]
    public void Schedules_follow_their_formulas()
    {
        using var scope = NewDisposeScope();
        using var optimizer = optim.SGD([new Parameter(ones(1))], 1.0);
        var cosine = optim.lr_scheduler.CosineAnnealingLR(optimizer, 4);
        double[] expected = [1, (1 + Math.Sqrt(0.5)) / 2, 0.5, (1 - Math.Sqrt(0.5)) / 2, 0];
        foreach (var rate in expected)
        {
            Assert.Equal(rate, cosine.get_last_lr().Single(), 1e-12);
            cosine.step();
        }
        Assert.Equal(0.25, optim.lr_scheduler.LinearLR(optimizer, 0.25, 1, 3).get_last_lr().Single(), 1e-12);
        Assert.Equal(1, optim.lr_scheduler.MultiStepLR(optimizer, [2, 3]).get_last_lr().Single(), 1e-12);
    }

    [Fact]
    public void Gradients_are_clipped_to_the_joint_norm()
    {
        using var scope = NewDisposeScope();
        var a = new Parameter(tensor(new[] { 3f }));
        var b = new Parameter(tensor(new[] { 4f }));
        ((a * a + b * b) / 2).sum().backward();
        Assert.Equal(5, nn.utils.clip_grad_norm_([a, b], 1), 1e-5);
        Numbers.Equal([0.6], a.grad!, 1e-5);
        Numbers.Equal([0.8], b.grad!, 1e-5);
    }

    private static optim.Optimizer Make(string rule, Parameter[] parameters) => rule switch
    {
        "sgd" => optim.SGD(parameters, Rate, momentum: 0.9, weight_decay: 0.01),
        "nesterov" => optim.SGD(parameters, Rate, momentum: 0.9, nesterov: true),
        "dampened" => optim.SGD(parameters, Rate, momentum: 0.9, dampening: 0.5),
        "adam" => optim.Adam(parameters, Rate, weight_decay: 0.01),
        "amsgrad" => optim.Adam(parameters, Rate, amsgrad: true),
        "adamw" => optim.AdamW(parameters, Rate, weight_decay: 0.01),
        "rmsprop" => optim.RMSProp(parameters, Rate),
        _ => optim.RMSProp(parameters, Rate, momentum: 0.9, centered: true),
    };

    private static double Textbook(string rule, int t, double w, double g, int i, double[,] memory)
    {
        if (rule is "sgd" or "adam") g += 0.01 * w;
        if (rule is "sgd" or "nesterov" or "dampened")
        {
            memory[0, i] = t == 1 ? g : 0.9 * memory[0, i] + (rule == "dampened" ? 0.5 : 1) * g;
            return w - Rate * (rule == "nesterov" ? g + 0.9 * memory[0, i] : memory[0, i]);
        }
        if (rule.StartsWith("rmsprop", StringComparison.Ordinal))
        {
            memory[0, i] = 0.99 * memory[0, i] + 0.01 * g * g;
            if (rule == "rmsprop") return w - Rate * g / (Math.Sqrt(memory[0, i]) + 1e-8);
            memory[1, i] = 0.99 * memory[1, i] + 0.01 * g;
            memory[2, i] = 0.9 * memory[2, i] + g / (Math.Sqrt(memory[0, i] - memory[1, i] * memory[1, i]) + 1e-8);
            return w - Rate * memory[2, i];
        }
        if (rule == "adamw") w *= 1 - Rate * 0.01;
        memory[0, i] = 0.9 * memory[0, i] + 0.1 * g;
        memory[1, i] = 0.999 * memory[1, i] + 0.001 * g * g;
        memory[2, i] = Math.Max(memory[2, i], memory[1, i]);
        var second = (rule == "amsgrad" ? memory[2, i] : memory[1, i]) / (1 - Math.Pow(0.999, t));
        return w - Rate * memory[0, i] / (1 - Math.Pow(0.9, t)) / (Math.Sqrt(second) + 1e-8);
    }
}
