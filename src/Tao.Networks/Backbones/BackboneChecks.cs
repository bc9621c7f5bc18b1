using Tao.Graph;
using Tao.Specs;

namespace Tao.Networks.Backbones;

/// <summary>What is wrong with a network's <c>model_config</c> that no field tells by itself.</summary>
internal static class BackboneChecks
{
    /// <summary>Looks only at specs without errors so far.</summary>
    public static void Run(BoundNetwork network, DiagnosticBag diagnostics)
    {
        if (diagnostics.HasErrors)
            return;
        try
        {
            network.BuildGraph(network.ExampleLabels);
        }
        catch (GraphException exception)
        {
            diagnostics.Error(
                SpecCodes.Contradiction, $"The network cannot be built: {exception.Message}", "Enlarge input_image_size, or correct the settings of the backbone.",
                network.LocationOf("model_config.input_image_size"));
        }
    }
}
