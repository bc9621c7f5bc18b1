using Tao.Specs;

namespace Tao.Networks.Classification;

/// <summary>Image classification: one label an image, a backbone of the catalogue under a softmax.</summary>
public sealed class ClassificationNetwork : INetwork
{
    public string Name => "classification";

    public Type SpecType => typeof(ClassificationSpec);

    public BoundNetwork Bind(SpecBlock root, SpecStages stages, DiagnosticBag diagnostics) =>
        new BoundClassification(SpecBinder.Bind<ClassificationSpec>(root, diagnostics, stages));
}
