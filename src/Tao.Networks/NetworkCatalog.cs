using System.Collections.Immutable;
using Tao.Networks.Classification;

namespace Tao.Networks;

/// <summary>Every network by name. A plain list; a name that stands in it twice is an error.</summary>
public static class NetworkCatalog
{
    public static ImmutableArray<INetwork> All { get; } =
    [
        new ClassificationNetwork(),
        new MultitaskClassification.MultitaskClassificationNetwork(),
        new Ssd.SsdNetwork("ssd"),
        new Ssd.SsdNetwork("dssd"),
        new RetinaNet.RetinaNetNetwork(),
    ];

    private static readonly Dictionary<string, INetwork> _byName = All.ToDictionary(network => network.Name, StringComparer.Ordinal);

    public static INetwork? Find(string name) => _byName.GetValueOrDefault(name);
}
