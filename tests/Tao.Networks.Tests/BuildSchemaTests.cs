using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Tao.Networks.Tests;

public sealed class BuildSchemaTests
{
    /// <summary>The schema from which editors complete <c>TaoNetwork</c>.</summary>
    [Fact]
    public void Editors_know_every_network()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SchemaFile()));
        var named = schema.RootElement.GetProperty("properties").GetProperty("TaoNetwork").GetProperty("type").EnumerateArray().Select(value => value.GetString()!);

        Assert.Equal(NetworkCatalog.All.Select(network => network.Name).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static string SchemaFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../src/Tao.Sdk/Sdk/Sdk.props.buildschema.json");
}
