using Tao.Networks.Backbones;

namespace Tao.Networks.RetinaNet;

/// <summary>Dense detection on a feature pyramid with the focal loss (Lin et al. 2017).</summary>
public sealed class RetinaNetNetwork() : BackboneNetwork<RetinaNetSpec>(
    "retinanet", DatasetFormat.Boxes, spec => new BoundRetinaNet(spec), "augmentation_config.output_width");
