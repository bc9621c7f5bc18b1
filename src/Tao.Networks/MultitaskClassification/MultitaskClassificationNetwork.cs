using Tao.Networks.Backbones;
using Tao.Specs;

namespace Tao.Networks.MultitaskClassification;

/// <summary>Image classification with several labels an image: one head for each column of a label table.</summary>
public sealed class MultitaskClassificationNetwork : INetwork
{
    public string Name => "multitask_classification";

    public Type SpecType => typeof(MultitaskClassificationSpec);

    public BoundNetwork Bind(SpecBlock root, SpecStages stages, DiagnosticBag diagnostics)
    {
        var spec = SpecBinder.Bind<MultitaskClassificationSpec>(root, diagnostics, stages);
        var network = new BoundMultitaskClassification(spec);
        BackboneChecks.Run(network, diagnostics);
        return network;
    }
}
