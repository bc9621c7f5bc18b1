using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Tao.Engine.Fingerprints;

/// <summary>
/// Collects everything that a stage reads, by name, so that the hash decides whether it is up to date and the names explain why
/// not.
/// </summary>
internal sealed class FingerprintBuilder
{
    private readonly ImmutableSortedDictionary<string, string>.Builder _inputs =
        ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    public void Add(string name, string value) => _inputs.Add(name, value);

    /// <summary>Adds every leaf of a canonical JSON text under its dotted path: <c>spec.train_config.n_epochs = 20</c>.</summary>
    public void AddJson(string prefix, string json)
    {
        using var document = JsonDocument.Parse(json);
        AddElement(prefix, document.RootElement);
    }

    public ImmutableSortedDictionary<string, string> Inputs => _inputs.ToImmutable();

    public string Compute() => Hash(Inputs);

    public static string Hash(ImmutableSortedDictionary<string, string> inputs)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in inputs)
            text.Append(name).Append('=').Append(value.Length).Append(':').Append(value).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private void AddElement(string path, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    AddElement($"{path}.{property.Name}", property.Value);
                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (var item in element.EnumerateArray())
                    AddElement($"{path}[{index++}]", item);
                break;
            default:
                Add(path, element.ToString());
                break;
        }
    }
}
