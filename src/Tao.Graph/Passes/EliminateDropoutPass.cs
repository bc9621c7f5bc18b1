using Tao.Graph.Ops;

namespace Tao.Graph.Passes;

/// <summary>Removes dropout and stochastic depth, which do nothing outside training.</summary>
public sealed class EliminateDropoutPass : IGraphPass
{
    public string Name => "eliminate-dropout";

    public Model Apply(Model model)
    {
        var bypass = new NodeBypass(model.Graph);
        foreach (var node in model.Graph.Nodes.Where(node => node.Op is Dropout or StochasticDepth))
            bypass.TryRemove(node);
        return model with { Graph = bypass.Apply() };
    }
}
