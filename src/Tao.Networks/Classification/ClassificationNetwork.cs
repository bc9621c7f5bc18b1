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
        return new BoundClassification(spec);
    }
}
