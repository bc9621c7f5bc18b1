using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Objectives.Classification;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Objectives.Tests.Classification;

public sealed class ClassificationObjectiveTests
{
    private static readonly ImmutableArray<string> _classes = ["cat", "dog"];

    // softmax(0, ln 3) = 1/4, 3/4 and softmax(ln 2, 0) = 2/3, 1/3.
    private static readonly float[] _logits = [0, MathF.Log(3), MathF.Log(2), 0];

    public static TheoryData<float[], float[], double> Losses => new()
    {
        // −(ln 3/4 + ln 2/3) / 2 = ln 2 / 2
        { [0, 1, 1, 0], [], Math.Log(2) / 2 },
        // −(ln 1/4 + ln 1/3) / 2 = ln 12 / 2
        { [1, 0, 0, 1], [], Math.Log(12) / 2 },
        // Soft labels: −(0.2 ln 1/4 + 0.8 ln 3/4 + 0.5 ln 2/3 + 0.5 ln 1/3) / 2
        { [0.2f, 0.8f, 0.5f, 0.5f], [], ((0.2 * Math.Log(4)) + (0.8 * Math.Log(4 / 3.0)) + (0.5 * Math.Log(1.5)) + (0.5 * Math.Log(3))) / 2 },
        // Weights scale each class's share and not the divisor: −(3 ln 3/4 + 0.5 ln 2/3) / 2
        { [0, 1, 1, 0], [0.5f, 3], ((3 * Math.Log(4 / 3.0)) + (0.5 * Math.Log(1.5))) / 2 },
        { [0.2f, 0.8f, 1, 0], [0.5f, 3], ((0.1 * Math.Log(4)) + (2.4 * Math.Log(4 / 3.0)) + (0.5 * Math.Log(1.5))) / 2 },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public void The_loss_is_the_one_reckoned_by_hand(float[] targets, float[] weights, double expected)
    {
        using var scope = NewDisposeScope();
        var loss = new ClassificationObjective(_classes, [.. weights], 1).Loss(Values(_logits), tensor(targets, 2, 2));
        Assert.Equal(expected, loss.ToSingle(), 1e-6);
    }

    /// <summary>∂loss/∂z = (softmax − target) / N.</summary>
    [Fact]
    public void The_gradient_is_probability_minus_target_over_the_batch()
    {
        using var scope = NewDisposeScope();
        var logits = tensor(_logits, 2, 2).requires_grad_();
        new ClassificationObjective(_classes, [], 1).Loss([logits], tensor([0f, 1, 1, 0], 2, 2)).backward();
        float[] expected = [0.125f, -0.125f, -1 / 6f, 1 / 6f];
        var actual = logits.grad!.data<float>().ToArray();
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Fact]
    public void Extreme_logits_give_a_finite_loss()
    {
        using var scope = NewDisposeScope();
        var loss = new ClassificationObjective(_classes, [], 1).Loss(Values([1000, -1000, -1000, 1000]), tensor([0f, 1, 0, 1], 2, 2));
        Assert.Equal(1000, loss.ToSingle(), 1e-3f);
    }

    [Fact]
    public void Right_answers_are_counted_by_the_largest_logit_and_target()
    {
        using var scope = NewDisposeScope();
        var objective = new ClassificationObjective(_classes, [], 1);
        Assert.Equal(2, objective.LogSums(Values(_logits), tensor([0.4f, 0.6f, 1, 0], 2, 2))["acc"]);
        Assert.Equal(1, objective.LogSums(Values(_logits), tensor([0.6f, 0.4f, 1, 0], 2, 2))["acc"]);
    }

    [Fact]
    public void Targets_are_those_of_the_batchs_samples()
    {
        using var batch = Batches.OnePerClass(2, labelSmoothing: 0.2);
        using var targets = new ClassificationObjective(_classes, [], 1).AssignTargets(batch);
        Assert.Equal([2L, 2], targets.shape);
        Assert.All(targets.data<float>().ToArray().Zip([0.9f, 0.1f, 0.1f, 0.9f]), pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
    }

    [Fact]
    public void The_loss_reads_what_the_softmax_reads_and_metrics_the_output()
    {
        var builder = new GraphBuilder("classifier");
        var logits = builder.Add("logits", new Linear(2), builder.Input("x", TensorType.Float(TensorShape.Batch, 3)));
        var graph = builder.Build(builder.Add("softmax", new Softmax(), logits));
        var objective = new ClassificationObjective(_classes, [], 1);
        Assert.Equal(["logits"], objective.LossValues(graph));
        Assert.Equal(["softmax"], objective.PredictionValues(graph));
    }

    [Fact]
    public void A_graph_without_a_softmax_is_refused_by_name()
    {
        var builder = new GraphBuilder("regressor");
        var graph = builder.Build(builder.Add("logits", new Linear(2), builder.Input("x", TensorType.Float(TensorShape.Batch, 3))));
        var exception = Assert.Throws<GraphException>(() => new ClassificationObjective(_classes, [], 1).LossValues(graph));
        Assert.Contains("'regressor'", exception.Message);
        Assert.Contains("'Linear'", exception.Message);
    }

    private static Tensor[] Values(float[] logits) => [tensor(logits, 2, 2)];
}
