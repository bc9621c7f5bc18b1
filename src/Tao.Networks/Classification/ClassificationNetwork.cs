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
        var network = new BoundClassification(spec);
        BackboneChecks.Run(network, diagnostics);
        return network;
    }
}
