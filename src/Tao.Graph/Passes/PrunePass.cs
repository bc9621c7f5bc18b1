namespace Tao.Graph.Passes;

/// <summary>
/// Removes whole filters with small norms, exactly as TAO's pruning does ("min weight", Molchanov et al. 2017): explore which filters of
/// each layer stay, then carve graph and weights. Layers above the graph's outputs keep all filters. Fine-tuning must follow.
/// </summary>
public sealed class PrunePass(PruneSettings settings) : IGraphPass
{
    public string Name => "prune";

    public Model Apply(Model model) => Prune(model).Model;

    /// <summary>As <see cref="Apply"/>, with the report. Throws <see cref="GraphException"/> when a layer stands in the way.</summary>
    public PruneResult Prune(Model model)
    {
        settings.Check(model.Graph);
        var layers = new PruneExplorer(model, settings).Explore();
        var pruned = new ChannelCarver(model, layers.ToDictionary(layer => layer.Name, layer => layer.Kept)).Carve();
        return new PruneResult(pruned, new PruneReport([.. layers], model.Weights.For(model.Graph).ParameterCount, pruned.Weights.ParameterCount));
    }
}
