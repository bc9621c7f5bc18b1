using Tao.Engine.Pretrained;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Specs;

namespace Tao.Engine.Tests.Pretrained;

public sealed class WeightMatcherTests
{
    private static readonly Dictionary<string, string> _aliases = new()
    {
        ["conv.weight"] = "features.0.weight",
        ["conv.bias"] = "features.0.bias",
        ["predictions.weight"] = "classifier.weight",
        ["predictions.bias"] = "classifier.bias",
    };

    private readonly NetworkGraph _graph = Graph();

    [Fact]
    public void Tensors_with_the_parameters_names_are_taken()
    {
        var match = Match(("conv.weight", [4, 3, 1, 1]), ("conv.bias", [4]), ("predictions.weight", [2, 4]), ("predictions.bias", [2]));
        Assert.True(match.Report.IsComplete);
        Assert.All(match.Weights.Values.Values, tensor => Assert.Equal(7, tensor.Data.Span[0]));
        Assert.Empty(match.Report.Diagnostics());
    }

    [Fact]
    public void Aliases_find_foreign_names_and_a_different_head_is_no_error()
    {
        var match = Match(
            ("features.0.weight", [4, 3, 1, 1]), ("features.0.bias", [4]), ("classifier.weight", [1000, 4]), ("classifier.bias", [1000]));
        Assert.Equal(["conv.weight", "conv.bias"], match.Report.Matched.Select(item => item.Name));
        Assert.Equal(["features.0.weight", "features.0.bias"], match.Report.Matched.Select(item => item.SourceName));
        Assert.Equal(7, match.Weights["conv.bias"].Data.Span[0]);
        Assert.Equal(0, match.Weights["predictions.bias"].Data.Span[0]);
        Assert.All(match.Report.ShapeMismatches, mismatch => Assert.True(mismatch.InHead));
        Assert.Empty(match.Report.Unused);
        Assert.True(match.Report.BackboneFits);
        Assert.False(match.Report.LooksPruned);
        match.Report.ThrowUnlessBackboneFits();
    }

    [Fact]
    public void The_own_name_goes_before_an_alias()
    {
        var match = Match(("conv.bias", [4]), ("features.0.bias", [4]));
        Assert.Equal("conv.bias", Assert.Single(match.Report.Matched).SourceName);
        Assert.Equal(["features.0.bias"], match.Report.Unused);
    }

    [Fact]
    public void Smaller_shapes_before_the_head_look_like_a_pruned_model()
    {
        var report = Match(("conv.weight", [3, 3, 1, 1]), ("conv.bias", [3]), ("predictions.weight", [2, 3]), ("predictions.bias", [2])).Report;
        Assert.True(report.LooksPruned);
        Assert.False(report.BackboneFits);
        var exception = Assert.Throws<TaoException>(report.ThrowUnlessBackboneFits);
        Assert.Equal(2, exception.Diagnostics.Count);
        Assert.All(exception.Diagnostics, diagnostic => Assert.Equal("TAO3005", diagnostic.Code));
        Assert.Contains("3x3x1x1", exception.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains("4x3x1x1", exception.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains("pruned", exception.Diagnostics[0].Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Larger_shapes_before_the_head_belong_to_another_network()
    {
        var report = Match(("conv.weight", [8, 3, 1, 1]), ("conv.bias", [4])).Report;
        Assert.False(report.LooksPruned);
        Assert.Throws<TaoException>(report.ThrowUnlessBackboneFits);
    }

    [Fact]
    public void A_linear_kernel_fits_a_1x1_convolution_of_the_same_numbers()
    {
        var match = Match(("conv.weight", [4, 3]), ("predictions.weight", [2, 4, 1, 1]));
        Assert.Empty(match.Report.ShapeMismatches);
        Assert.Equal(new TensorShape(4, 3, 1, 1), match.Weights["conv.weight"].Shape);
        Assert.Equal(new TensorShape(2, 4), match.Weights["predictions.weight"].Shape);
    }

    [Fact]
    public void Missing_parameters_keep_their_values_and_are_one_warning()
    {
        var match = Match(("conv.weight", [4, 3, 1, 1]), ("bn.num_batches_tracked", []), ("extra", [1]));
        Assert.Equal(0, match.Weights["conv.bias"].Data.Span[0]);
        Assert.Equal(["extra"], match.Report.Unused);
        var warning = Assert.Single(match.Report.Diagnostics());
        Assert.Equal(("TAO3010", DiagnosticSeverity.Warning), (warning.Code, warning.Severity));
        Assert.Contains("conv.bias", warning.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("predictions", warning.Message, StringComparison.Ordinal);
        match.Report.ThrowUnlessBackboneFits();
    }

    [Fact]
    public void A_file_of_another_network_is_one_error()
    {
        var report = Match(("encoder.0", [4])).Report;
        Assert.Equal("TAO3005", Assert.Single(Assert.Throws<TaoException>(report.ThrowUnlessBackboneFits).Diagnostics).Code);
    }

    [Fact]
    public void The_summary_names_what_did_not_match()
    {
        var report = Match(("features.0.weight", [8, 3, 1, 1]), ("conv.bias", [4]), ("x", [1])).Report;
        Assert.Equal(
            """
            Weights from w.pth (test): 1 of 4 parameters matched.
              Other shape: 1
                'conv.weight' ('features.0.weight') is 8x3x1x1 in the file but 4x3x1x1 in the network
              Missing in the file: 2
                predictions.weight (head)
                predictions.bias (head)
              Unused in the file: 1
                x
            """.ReplaceLineEndings("\n"),
            report.Summary());
    }

    private static NetworkGraph Graph()
    {
        var builder = new GraphBuilder("tiny");
        var value = builder.Input("input", TensorType.Image(3, 2, 2));
        value = builder.Add("conv", new Conv2d(4, 1, 1), value);
        value = builder.Add("pool", new GlobalAveragePool(), value);
        value = builder.Add("flatten", new Flatten(), value);
        return builder.Build(builder.Add("predictions", new Linear(2), value));
    }

    private WeightMatch Match(params (string Name, long[] Shape)[] tensors)
    {
        var zeros = Weights.From(_graph.Parameters().Select(parameter =>
            KeyValuePair.Create(parameter.Name, WeightTensor.Filled(parameter.Spec.Shape, 0))));
        var source = new WeightSource("w.pth", "test", Weights.From(tensors.Select(tensor =>
            KeyValuePair.Create(tensor.Name, WeightTensor.Filled(new TensorShape(tensor.Shape), 7)))));
        return WeightMatcher.Match(_graph, zeros, source, new WeightMatchOptions { Aliases = [_aliases] });
    }
}
