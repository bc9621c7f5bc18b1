using System.Collections.Immutable;
using Tao.Networks;
using Tao.Networks.Backbones;
using Tao.Specs;

namespace Tao.Cli;

/// <summary>What the command line needs to know of a network of the catalogue.</summary>
/// <param name="Data">What its data are, which decides what it can be asked to do.</param>
/// <param name="SpecType">The record that its spec is bound to.</param>
/// <param name="Check">Binds and validates a spec; every problem goes to the bag.</param>
/// <param name="Backbones">Names of the backbones a spec may choose.</param>
internal sealed record NetworkCard(string Name, DatasetFormat Data, Type SpecType, Action<SpecBlock, DiagnosticBag> Check, ImmutableArray<string> Backbones)
{
    public static NetworkCard Of(INetwork network) => new(
        network.Name,
        network.Format,
        network.SpecType,
        (root, bag) => network.Bind(root, SpecStages.None, bag),
        [.. BackboneCatalog.All.Select(backbone => backbone.Name)]);
}
