using System.Collections.Immutable;

namespace Tao.Networks.Backbones;

/// <summary>Every backbone by TAO's name. A plain list; a name that stands in it twice is an error.</summary>
public static class BackboneCatalog
{
    public static ImmutableArray<Backbone> All { get; } =
    [
        new("resnet", ResNet.Depths, [0, 1, 2, 3, 4], ResNet.Append, ResNet.TorchvisionModule),
        new("mobilenet_v2", [], [.. Enumerable.Range(0, 19)], MobileNetV2.Append, MobileNetV2.TorchvisionModule),
        new("squeezenet", [], [.. Enumerable.Range(0, 9)], SqueezeNet.Append, SqueezeNet.TorchvisionModule),
    ];

    // ToDictionary throws when a name stands in the list twice.
    private static readonly Dictionary<string, Backbone> _byName = All.ToDictionary(backbone => backbone.Name, StringComparer.Ordinal);

    public static Backbone? Find(string name) => _byName.GetValueOrDefault(name);
}
