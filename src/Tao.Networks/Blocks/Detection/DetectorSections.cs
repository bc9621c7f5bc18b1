using Tao.Specs.Common;
using Tao.Specs.Common.Detection;

namespace Tao.Networks.Blocks.Detection;

/// <summary>The messages that the specs of ssd, dssd and retinanet have in common.</summary>
/// <param name="Network">What the names of TAO's files begin with.</param>
/// <param name="Architecture">The backbone as these names have it; see <see cref="NameOf"/>.</param>
internal sealed record DetectorSections(
    string Network, string Architecture, uint Seed, DetectionDatasetConfig Dataset, SsdAugmentationConfig Augmentation, TrainingConfig Training)
{
    public required DetectionEvalConfig Evaluation { get; init; }

    public required NmsConfig Suppression { get; init; }

    /// <summary><paramref name="arch"/> with the depth where TAO names it: <c>resnet18</c>, <c>mobilenet_v2</c>.</summary>
    public static string NameOf(string arch, uint layers) => arch is "resnet" or "darknet" or "vgg" ? $"{arch}{layers}" : arch;
}
