using Tao.Graph.Ops;
using Tao.Graph.Passes;

namespace Tao.Graph.Tests.Passes;

public sealed class EliminateDropoutPassTests
{
    [Fact]
    public void Readers_and_taps_move_to_the_input_and_outputs_keep_their_names()
    {
        var builder = new GraphBuilder("dropouts");
        var x = builder.Input("x", TensorType.Float(TensorShape.Batch, 4));
        x = builder.Add("first", new Dropout(0.5), x);
        x = builder.Add("second", new Dropout(0.5), x);
        builder.Tap("features", x);
        x = builder.Add("fc", new Linear(3), x);
        var model = Samples.Initialised(builder.Build(builder.Add("last", new Dropout(0.5), x)));

        var result = PassRunner.Run(model, new EliminateDropoutPass());

        Assert.Equal([new Node("last", new Linear(3), ["x"]) { ParameterScope = "fc" }], result.Graph.Nodes);
        Assert.Equal("x", result.Graph.Taps["features"]);
        Assert.Equal(["last"], result.Graph.Outputs);
        Assert.Equal(model.Weights.Values.Keys, result.Weights.Values.Keys);
    }

    [Fact]
    public void Dropout_whose_name_would_be_lost_stays()
    {
        var builder = new GraphBuilder("outputs");
        var x = builder.Input("x", TensorType.Float(TensorShape.Batch, 4));
        var relu = builder.Add("relu", new Relu(), x);
        var graph = builder.Build(relu, builder.Add("a", new Dropout(0.5), relu), builder.Add("b", new Dropout(0.5), x));

        Assert.Equal(graph.Nodes, PassRunner.Run(Samples.Initialised(graph), new EliminateDropoutPass()).Graph.Nodes);
    }
}
