using System.Globalization;
using Tao.Graph.Ops;

namespace Tao.Graph.Tests;

public sealed class GraphJsonTests
{
    [Fact]
    public void Every_op_survives_a_round_trip()
    {
        var graph = Samples.EveryOp();
        var read = GraphJson.Deserialize(GraphJson.Serialize(graph));

        Assert.Equal(graph.Name, read.Name);
        Assert.Equal(graph.Inputs, read.Inputs);
        Assert.Equal(graph.Nodes, read.Nodes);
        Assert.Equal(graph.Outputs, read.Outputs);
        Assert.Equal(graph.Taps, read.Taps);
        Assert.Equal(GraphJson.Serialize(graph), GraphJson.Serialize(read));
    }

    [Fact]
    public void Text_does_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = GraphJson.Serialize(Samples.EveryOp());
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, GraphJson.Serialize(Samples.EveryOp()));
            Assert.Equal(expected, GraphJson.Serialize(GraphJson.Deserialize(expected)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Text_has_one_line_per_node()
    {
        var builder = new GraphBuilder("two");
        var x = builder.Input("x", TensorType.Float(TensorShape.Batch, 2));
        x = builder.Add(new Node("fc", new Linear(3), [x]) { ParameterScope = "shared", Frozen = true });
        var text = GraphJson.Serialize(builder.Build(builder.Add("relu", new Relu(), x)));

        Assert.Equal(
            """
            {
              "name": "two",
              "inputs": [
                {"name":"x","element":"Float32","shape":[-1,2]}
              ],
              "nodes": [
                {"name":"fc","op":"Linear","attributes":{"outFeatures":3,"bias":true},"inputs":["x"],"parameterScope":"shared","frozen":true},
                {"name":"relu","op":"Relu","attributes":{},"inputs":["fc"]}
              ],
              "outputs": ["relu"],
              "taps": {}
            }

            """,
            text,
            ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("\"op\":\"Relu\"", "\"op\":\"Rleu\"", "'Rleu'")]
    [InlineData("\"outFeatures\":3", "\"outFeature\":3", "outFeature")]
    [InlineData("\"inputs\":[\"fc\"]", "\"inputs\":[\"fd\"]", "'fd'")]
    [InlineData("\"outputs\": [\"relu\"]", "\"outputs\": [\"gone\"]", "'gone'")]
    [InlineData("\"name\": \"two\",", "\"name\": \"two\"", "no saved graph")]
    public void Damaged_text_is_refused_with_the_reason(string original, string damaged, string reason)
    {
        var builder = new GraphBuilder("two");
        var x = builder.Add("fc", new Linear(3), builder.Input("x", TensorType.Float(TensorShape.Batch, 2)));
        var text = GraphJson.Serialize(builder.Build(builder.Add("relu", new Relu(), x)));

        Assert.Contains(original, text);
        Assert.Contains(reason, Assert.Throws<GraphException>(() => GraphJson.Deserialize(text.Replace(original, damaged))).Message);
    }
}
