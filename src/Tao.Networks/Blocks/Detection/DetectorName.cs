namespace Tao.Networks.Blocks.Detection;

/// <summary>What the names of TAO's files are made of.</summary>
/// <param name="Network">Such as <c>ssd</c>.</param>
/// <param name="Architecture">The backbone, with its depth where TAO names it: <c>resnet18</c>, <c>mobilenet_v2</c>.</param>
internal sealed record DetectorName(string Network, string Architecture)
{
    public static DetectorName Of(string network, string arch, uint layers) =>
        new(network, arch is "resnet" or "darknet" or "vgg" ? $"{arch}{layers}" : arch);
}
