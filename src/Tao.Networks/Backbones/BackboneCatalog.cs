using System.Collections.Immutable;

namespace Tao.Networks.Backbones;

/// <summary>Every backbone by TAO's name. A plain list; a name that stands in it twice is an error.</summary>
public static class BackboneCatalog
{
    public static ImmutableArray<Backbone> All { get; } =
    [
        new("resnet", ResNet.Depths, [0, 1, 2, 3, 4], ResNet.Append, ResNet.TorchvisionModule),
        new("vgg", Vgg.Depths, [1, 2, 3, 4, 5], Vgg.Append, Vgg.TorchvisionModule),
        new("alexnet", [], [1, 2, 3, 4, 5], AlexNet.Append, AlexNet.TorchvisionModule),
        new("googlenet", [], [.. Enumerable.Range(0, 8)], GoogLeNet.Append, GoogLeNet.TorchvisionModule),
        new("mobilenet_v1", [], [.. Enumerable.Range(0, 14)], MobileNetV1.Append, MobileNetV1.TorchvisionModule),
        new("mobilenet_v2", [], [.. Enumerable.Range(0, 19)], MobileNetV2.Append, MobileNetV2.TorchvisionModule),
        new("squeezenet", [], [.. Enumerable.Range(0, 9)], SqueezeNet.Append, SqueezeNet.TorchvisionModule),
        new("darknet", DarkNet.Depths, [.. Enumerable.Range(0, 6)], DarkNet.Append, DarkNet.TorchvisionModule),
        new("cspdarknet", CspDarkNet.Depths, [.. Enumerable.Range(0, 6)], CspDarkNet.Append, CspDarkNet.TorchvisionModule),
        new("cspdarknet_tiny", [], [.. Enumerable.Range(0, 6)], CspDarkNetTiny.Append, CspDarkNetTiny.TorchvisionModule),
        Efficient("efficientnet_b0", 1.0, 1.0, 0.2),
        Efficient("efficientnet_b1", 1.0, 1.1, 0.2),
        Efficient("efficientnet_b2", 1.1, 1.2, 0.3),
        Efficient("efficientnet_b3", 1.2, 1.4, 0.3),
        Efficient("efficientnet_b4", 1.4, 1.8, 0.4),
        Efficient("efficientnet_b5", 1.6, 2.2, 0.4),
        Efficient("efficientnet_b6", 1.8, 2.6, 0.5),
        Efficient("efficientnet_b7", 2.0, 3.1, 0.5),
    ];

    // ToDictionary throws when a name stands in the list twice.
    private static readonly Dictionary<string, Backbone> _byName = All.ToDictionary(backbone => backbone.Name, StringComparer.Ordinal);

    // Width, depth and dropout: the table of the authors' code, which the paper's section 4.2 scales by.
    private static Backbone Efficient(string name, double width, double depth, double dropout) =>
        new(name, [], [.. Enumerable.Range(0, 8)], new EfficientNet(width, depth, dropout).Append, EfficientNet.TorchvisionModule)
        {
            ScaledFrom = width * depth > 1 ? "efficientnet_b0" : null,
        };

    public static Backbone? Find(string name) => _byName.GetValueOrDefault(name);
}
