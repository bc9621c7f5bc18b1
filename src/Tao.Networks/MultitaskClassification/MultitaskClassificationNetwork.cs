using Tao.Networks.Backbones;

namespace Tao.Networks.MultitaskClassification;

/// <summary>Image classification with several labels an image: one head for each column of a label table.</summary>
public sealed class MultitaskClassificationNetwork() : BackboneNetwork<MultitaskClassificationSpec>(
    "multitask_classification", DatasetFormat.LabelTable, spec => new BoundMultitaskClassification(spec));
