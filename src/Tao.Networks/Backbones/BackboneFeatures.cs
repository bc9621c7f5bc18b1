using System.Collections.Immutable;

namespace Tao.Networks.Backbones;

/// <summary>What a backbone appended to the graph. Each stride's value is also a tap of the graph, named <c>stride4</c> and so on.</summary>
/// <param name="Output">The last feature map.</param>
/// <param name="ByStride">Deepest feature map of each total stride; the names are values of the graph.</param>
/// <param name="Logits">(N, classes) from the backbone's own head, before softmax; null unless <see cref="BackboneOptions.RetainHead"/>.</param>
public sealed record BackboneFeatures(string Output, ImmutableSortedDictionary<int, string> ByStride, string? Logits);
