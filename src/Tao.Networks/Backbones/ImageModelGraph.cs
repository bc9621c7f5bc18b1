using Tao.Graph;

namespace Tao.Networks.Backbones;

/// <summary>What every network on an image begins with.</summary>
internal static class ImageModelGraph
{
    /// <summary>The name that Keras gives a network's first input, and TAO's files have.</summary>
    public const string InputName = "input_1";

    /// <returns>The builder, with the image and the backbone in it.</returns>
    public static (GraphBuilder Builder, BackboneFeatures Features) Begin(ImageModelConfig config, BackboneOptions options)
    {
        var size = config.ImageSize;
        var builder = new GraphBuilder(config.Arch);
        string image = builder.Input(InputName, TensorType.Image(size.Channels, size.Height, size.Width));
        var backbone = BackboneCatalog.Find(config.Arch) ?? throw new GraphException($"There is no backbone '{config.Arch}'.");
        return (builder, backbone.Append(builder, image, options));
    }
}
