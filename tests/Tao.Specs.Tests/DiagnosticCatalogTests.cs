using System.Reflection;

namespace Tao.Specs.Tests;

public sealed class DiagnosticCatalogTests
{
    [Fact]
    public void Every_code_of_specs_is_explained_once()
    {
        var codes = typeof(SpecCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.NotNull(DiagnosticCatalog.Find(code)));
        Assert.Equal(DiagnosticCatalog.All.Length, DiagnosticCatalog.All.Select(item => item.Code).Distinct().Count());
    }

    [Fact]
    public void Every_entry_says_what_why_and_what_to_do() =>
        Assert.All(DiagnosticCatalog.All, item =>
        {
            Assert.Matches("^TAO[1-6][0-9]{3}$", item.Code);
            Assert.NotEmpty(item.Title);
            Assert.EndsWith(".", item.Explanation, StringComparison.Ordinal);
            Assert.NotEmpty(item.Remedy);
        });

    [Fact]
    public void An_unknown_code_has_no_entry() => Assert.Null(DiagnosticCatalog.Find("TAO9999"));
}
