using System.Text.RegularExpressions;

namespace Tao.Architecture.Tests;

public sealed partial class DiagnosticTests
{
    private const string CatalogFolder = "src/Tao.Specs/";

    /// <summary>A code that a user meets has an entry in the catalogue, and an entry has a place that raises it.</summary>
    [Fact]
    public void Codes_that_are_raised_are_those_that_are_explained()
    {
        var files = Repository.SourceFiles("src").Concat(Repository.SourceFiles("src", "*.targets")).ToList();
        var explained = CodesIn(files.Where(file => file.StartsWith(CatalogFolder, StringComparison.Ordinal)));
        var raised = CodesIn(files.Where(file => !IsCatalogPage(file)));

        Assert.Empty(raised.Except(explained));
        Assert.DoesNotContain(explained.Except(raised), code => !code.StartsWith("TAO1", StringComparison.Ordinal));
    }

    private static bool IsCatalogPage(string file) =>
        file.StartsWith(CatalogFolder, StringComparison.Ordinal) && file.EndsWith("Diagnostics.cs", StringComparison.Ordinal)
        || file == CatalogFolder + "DiagnosticCatalog.cs";

    private static HashSet<string> CodesIn(IEnumerable<string> files) =>
        [.. files.SelectMany(file => Code().Matches(Repository.Read(file)).Select(match => match.Value))];

    [GeneratedRegex("(?<=\")TAO[0-9]{4}(?=\")")]
    private static partial Regex Code();
}
