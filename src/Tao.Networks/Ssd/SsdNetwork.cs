using Tao.Networks.Backbones;

namespace Tao.Networks.Ssd;

/// <summary>Single-shot detection (Liu et al. 2016) and, with deconvolutions, DSSD (Fu et al. 2017). As in TAO either name reads both kinds of spec.</summary>
public sealed class SsdNetwork(string name) : BackboneNetwork<SsdSpec>(name, DatasetFormat.Boxes, spec => new BoundSsd(spec), "augmentation_config.output_width");
