using Tao.Graph.Ops;
using Tao.Graph.Passes;

namespace Tao.Graph.Tests.Passes;

public sealed class PassRunnerTests
{
    [Fact]
    public void Passes_run_in_order()
    {
        var model = Samples.Initialised(Samples.EveryOp());
        var result = PassRunner.Run(model, new EliminateDropoutPass(), new FoldBatchNormPass());
        Assert.DoesNotContain(result.Graph.Nodes, node => node.Op is Dropout or BatchNorm);
    }

    [Fact]
    public void Pass_that_breaks_the_model_is_named()
    {
        var model = Samples.Initialised(Samples.EveryOp());
        Assert.Contains("'forgetful' left", Assert.Throws<GraphException>(() => PassRunner.Run(model, new Forgetful())).Message);
        Assert.Contains("not sound", Assert.Throws<GraphException>(() => PassRunner.Run(new Model(model.Graph, Weights.Empty))).Message);
    }

    private sealed class Forgetful : IGraphPass
    {
        public string Name => "forgetful";

        public Model Apply(Model model) => model with { Weights = Weights.Empty };
    }
}
