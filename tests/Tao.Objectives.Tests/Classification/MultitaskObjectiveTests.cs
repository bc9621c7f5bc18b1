using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Objectives.Classification;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Objectives.Tests.Classification;

public sealed class MultitaskObjectiveTests
{
    private static readonly ImmutableArray<LabelSet> _labelSets = [new("kind", ["cat", "dog"]), new("size", ["large", "medium", "small"])];

    // softmax(0, ln 3) = 1/4, 3/4 and softmax(ln 2, 0, 0) = 1/2, 1/4, 1/4.
    private static readonly float[] _kind = [0, MathF.Log(3)];
    private static readonly float[] _size = [MathF.Log(2), 0, 0];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0.5)]
    public void The_loss_is_the_weighted_sum_of_the_tasks(float kindWeight, float sizeWeight)
    {
        using var scope = NewDisposeScope();
        var objective = new MultitaskObjective(_labelSets, [kindWeight, sizeWeight]);
        // −ln 3/4 of the dog and −ln 1/2 of the large.
        var loss = objective.Loss([tensor(_kind, 1, 2), tensor(_size, 1, 3)], tensor([0f, 1, 1, 0, 0], 1, 5));
        Assert.Equal((kindWeight * Math.Log(4 / 3.0)) + (sizeWeight * Math.Log(2)), loss.ToSingle(), 1e-6);
    }

    [Fact]
    public void Each_task_logs_its_accuracy_and_unweighted_loss()
    {
        using var scope = NewDisposeScope();
        var objective = new MultitaskObjective(_labelSets, [2, 1]);
        var sums = objective.LogSums([tensor([.. _kind, .. _kind], 2, 2), tensor([.. _size, .. _size], 2, 3)], tensor([0f, 1, 1, 0, 0, 1, 0, 0, 0, 1], 2, 5));
        Assert.Equal(1, sums["kind_acc"]);
        Assert.Equal(1, sums["size_acc"]);
        Assert.Equal(1, sums["acc"]);
        Assert.Equal(Math.Log(4 / 3.0) + Math.Log(4), sums["kind_loss"], 1e-6);
        Assert.Equal(Math.Log(2) + Math.Log(4), sums["size_loss"], 1e-6);
    }

    [Fact]
    public void Losses_read_what_the_softmaxes_read_in_the_order_of_the_outputs()
    {
        var builder = new GraphBuilder("two heads");
        string x = builder.Input("x", TensorType.Float(TensorShape.Batch, 4));
        string kind = builder.Add("kind", new Softmax(), builder.Add("kind_logits", new Linear(2), x));
        string size = builder.Add("size", new Softmax(), builder.Add("size_logits", new Linear(3), x));
        var objective = new MultitaskObjective(_labelSets, [1, 1]);
        var graph = builder.Build(kind, size);
        Assert.Equal(["kind_logits", "size_logits"], objective.LossValues(graph));
        Assert.Equal(["kind", "size"], objective.PredictionValues(graph));
    }

    [Fact]
    public void An_answer_has_every_task_with_its_confidence()
    {
        var answers = new MultitaskObjective(_labelSets, [1, 1]).Decode([new float[] { 0.1f, 0.9f, 0.8f, 0.2f }, new[] { 0.2f, 0.5f, 0.3f, 0.25f, 0.25f, 0.5f }], 2);
        Assert.Equal(["dog", 0.9f, "medium", 0.5f], answers[0].Cells);
        Assert.Equal(["cat", 0.8f, "small", 0.5f], answers[1].Cells);
        Assert.Equal("kind = dog [0.1000, 0.9000]\nsize = medium [0.2000, 0.5000, 0.3000]", answers[0].Text);
        Assert.Contains("dog 90", answers[0].Caption, StringComparison.Ordinal);
    }
}
