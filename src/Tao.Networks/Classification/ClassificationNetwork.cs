using Tao.Graph;
using Tao.Networks.Backbones;
using Tao.Specs;

namespace Tao.Networks.Classification;

/// <summary>Image classification: one label an image, a backbone of the catalogue under a softmax.</summary>
public sealed class ClassificationNetwork : INetwork
{
    public string Name => "classification";

    public Type SpecType => typeof(ClassificationSpec);

    public BoundNetwork Bind(SpecBlock root, SpecStages stages, DiagnosticBag diagnostics)
    {
        var spec = SpecBinder.Bind<ClassificationSpec>(root, diagnostics, stages);
        string arch = spec.Value.ModelConfig.Arch;
        if (!diagnostics.HasErrors && BackboneCatalog.Find(arch) is null)
        {
            diagnostics.Error(
                "TAO3107",
                $"The backbone '{arch}' is TAO's, but this version of the SDK does not build it.",
                $"Use one of {string.Join(", ", BackboneCatalog.All.Select(backbone => backbone.Name))}.",
                spec.LocationOf("model_config.arch"));
        }
        var network = new BoundClassification(spec);
        if (!diagnostics.HasErrors)
            CheckGraph(network, diagnostics);
        return network;
    }

    /// <summary>Building the graph finds what no field tells by itself, such as an input too small for the backbone.</summary>
    private static void CheckGraph(BoundClassification network, DiagnosticBag diagnostics)
    {
        try
        {
            network.BuildGraph(["a", "b"]);
        }
        catch (GraphException exception)
        {
            diagnostics.Error(
                SpecCodes.Contradiction, $"The network cannot be built: {exception.Message}", "Enlarge input_image_size, or correct the settings of the backbone.",
                network.LocationOf("model_config.input_image_size"));
        }
    }
}
