using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tao.Architecture.Tests;

/// <summary>The schema from which editors of MSBuild files take their completions says what the SDK does.</summary>
public sealed partial class BuildSchemaTests : IDisposable
{
    private readonly JsonDocument _schema = JsonDocument.Parse(Repository.Read("src/Tao.Sdk/Sdk/Sdk.props.buildschema.json"));
    private readonly string _targets = string.Concat(Repository.SourceFiles("src/Tao.Sdk/Sdk", "*.targets").Concat(Repository.SourceFiles("src/Tao.Sdk/Sdk", "*.props")).Select(Repository.Read));

    public void Dispose() => _schema.Dispose();

    [Fact]
    public void Everything_in_it_is_used_by_the_SDK()
    {
        Assert.All(Names("properties"), name => Assert.Matches($@"\$\({name}[).]", _targets));
        Assert.All(Names("items"), name => Assert.Matches($@"[@%]\({name}[).\-]|<{name}>", _targets));
        Assert.All(Names("targets"), name => Assert.Contains($"<Target Name=\"{name}\"", _targets));
    }

    [Fact]
    public void Every_property_with_a_default_is_in_it_with_that_default()
    {
        var defaults = XDocument.Parse(Repository.Read("src/Tao.Sdk/Sdk/Sdk.props")).Descendants()
            .Where(element => element.Name.LocalName.StartsWith("Tao", StringComparison.Ordinal) && element.Parent!.Name.LocalName == "PropertyGroup");
        foreach (var element in defaults)
        {
            Assert.True(_schema.RootElement.GetProperty("properties").TryGetProperty(element.Name.LocalName, out var property), element.Name.LocalName);
            if (!element.Value.StartsWith('$'))
                Assert.Equal(element.Value, property.GetProperty("defaultValue").GetString());
        }
    }

    [Fact]
    public void Every_property_and_item_of_the_README_is_in_it()
    {
        string[] known = [.. Names("properties"), .. Names("items")];
        var named = PropertyName().Matches(Repository.Read("README.md")).Select(match => match.Groups[1].Value).Distinct();

        Assert.Empty(named.Except(known).Except(["TaoExplain"]));
    }

    private IEnumerable<string> Names(string section) => _schema.RootElement.GetProperty(section).EnumerateObject().Select(entry => entry.Name);

    [GeneratedRegex(@"\b(Tao[A-Z]\w+)\b(?!\.\w)")]
    private static partial Regex PropertyName();
}
