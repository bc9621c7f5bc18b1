using Tao.Networks.Backbones;

namespace Tao.Networks.Classification;

/// <summary>Image classification: one label an image, a backbone of the catalogue under a softmax.</summary>
public sealed class ClassificationNetwork() : BackboneNetwork<ClassificationSpec>("classification", DatasetFormat.ClassFolders, spec => new BoundClassification(spec));
