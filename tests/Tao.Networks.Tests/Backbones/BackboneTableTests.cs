using System.Globalization;
using Tao.Graph;
using Tao.Graph.Passes;
using Tao.Networks.Backbones;

namespace Tao.Networks.Tests.Backbones;

/// <summary>The table in the README of <c>Backbones/</c> is made here; with <c>TAO_UPDATE_GOLDENS=1</c> the test writes it anew.</summary>
public sealed class BackboneTableTests
{
    private const string Begin = "<!-- the table is made by BackboneTableTests -->\n";
    private const string End = "<!-- end -->\n";
    private const string Head = "| backbone | parameters | multiply-adds | prunable | training, images/s | inference, images/s |\n|---|---|---|---|---|---|\n";

    [Fact]
    public void The_READMEs_table_is_current()
    {
        var readme = Path.Combine(Root(), "src/Tao.Networks/Backbones/README.md");
        var text = File.ReadAllText(readme);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        Assert.True(begin >= Begin.Length && end >= begin);
        var table = Head + string.Concat(Variants().Select(Row));
        if (Environment.GetEnvironmentVariable("TAO_UPDATE_GOLDENS") == "1")
            File.WriteAllText(readme, text = text[..begin] + table + text[end..]);

        Assert.Contains(table, text, StringComparison.Ordinal);
    }

    /// <summary>Arch and depth of every backbone that a spec can name.</summary>
    private static IEnumerable<(string Arch, int Layers)> Variants() =>
        BackboneCatalog.All.SelectMany(backbone => backbone.Depths is { IsEmpty: false } depths ? depths.Where(depth => depth <= 101).Select(depth => (backbone.Name, depth)) : [(backbone.Name, 0)]);

    private static string Row((string Arch, int Layers) variant)
    {
        var name = variant.Layers > 0 ? $"{variant.Arch} {variant.Layers}" : variant.Arch;
        var graph = BackboneGraphs.Build(variant.Arch, new() { Layers = variant.Layers });
        var statistics = GraphStatistics.Of(graph);
        var (training, inference) = Speeds()[name];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {statistics.TrainableParameters / 1e6:F1} M | {statistics.MultiplyAdds / 1e9:F2} G | {Prunable(graph, statistics):P0} | {training} | {inference} |\n").Replace(" %", "%", StringComparison.Ordinal);
    }

    /// <summary>Share of the parameters that goes when every layer keeps as little as pruning lets it.</summary>
    private static double Prunable(NetworkGraph graph, GraphStatistics before)
    {
        var (pruned, _) = new PrunePass(new PruneSettings(Threshold: 2, MinFilters: 1, Granularity: 1)).Prune(new Model(graph, WeightInitializer.Create(graph, 1)));
        return 1 - ((double)GraphStatistics.Of(pruned.Graph).TrainableParameters / before.TrainableParameters);
    }

    /// <summary>What <c>Tao.Benchmarks backbones</c> measured, by the row's name.</summary>
    private static Dictionary<string, (string Training, string Inference)> Speeds() => File.ReadLines(Path.Combine(Root(), "build/benchmarks/backbones.csv")).Skip(1)
        .Select(line => line.Split(',')).ToDictionary(cells => cells[0], cells => (cells[1], cells[2]), StringComparer.Ordinal);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Tao.Sdk.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
