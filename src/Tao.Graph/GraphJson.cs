using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tao.Graph;

/// <summary>
/// A graph as JSON text, one line per node, so that two saved graphs can be compared by eye. The same graph always gives the same text.
/// </summary>
public static class GraphJson
{
    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = false,
        // The facets of an op (arity, channel flow ...) are getters; its attributes are what an init accessor can restore.
        IgnoreReadOnlyProperties = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Serialize(NetworkGraph graph)
    {
        var text = new StringBuilder();
        text.Append("{\n  \"name\": ").Append(ToJson(graph.Name)).Append(",\n  \"inputs\": [");
        AppendLines(text, graph.Inputs.Select(input => ToJson(new InputText(input.Name, input.Type.Element, input.Type.Shape))));
        text.Append("],\n  \"nodes\": [");
        AppendLines(text, graph.Nodes.Select(node => ToJson(ToText(node))));
        text.Append("],\n  \"outputs\": ").Append(ToJson(graph.Outputs));
        text.Append(",\n  \"taps\": ").Append(ToJson(graph.Taps.ToImmutableSortedDictionary(StringComparer.Ordinal))).Append("\n}\n");
        return text.ToString();
    }

    /// <summary>Reads what <see cref="Serialize"/> wrote and verifies it. Throws <see cref="GraphException"/> that says what is wrong.</summary>
    public static NetworkGraph Deserialize(string json)
    {
        NetworkGraph graph;
        try
        {
            var text = JsonSerializer.Deserialize<GraphText>(json, _options) ?? throw new GraphException("The text holds no graph.");
            graph = new NetworkGraph(
                text.Name,
                [.. text.Inputs.Select(input => new GraphInput(input.Name, new TensorType(input.Element, input.Shape)))],
                [.. text.Nodes.Select(ToNode)],
                text.Outputs)
            {
                Taps = text.Taps.ToImmutableSortedDictionary(),
            };
        }
        catch (JsonException exception)
        {
            throw new GraphException($"The text is no saved graph: {exception.Message}");
        }
        Verification.GraphVerifier.Verify(graph);
        return graph;
    }

    private static void AppendLines(StringBuilder text, IEnumerable<string> lines)
    {
        var separator = "\n    ";
        foreach (var line in lines)
        {
            text.Append(separator).Append(line);
            separator = ",\n    ";
        }
        text.Append("\n  ");
    }

    private static string ToJson<T>(T value) => JsonSerializer.Serialize(value, _options);

    private static NodeText ToText(Node node) => new(
        node.Name,
        node.Op.Name,
        JsonSerializer.SerializeToElement(node.Op, node.Op.GetType(), _options),
        node.Inputs,
        node.ParameterScope == node.Name ? null : node.ParameterScope,
        node.Frozen);

    private static Node ToNode(NodeText text)
    {
        var type = OpCatalog.Find(text.Op) ?? throw new GraphException($"Node '{text.Name}' is a '{text.Op}', which this version does not know.");
        var op = (OpDefinition)(text.Attributes.Deserialize(type, _options) ?? throw new GraphException($"Node '{text.Name}' has no attributes."));
        return new Node(text.Name, op, text.Inputs) { ParameterScope = text.ParameterScope ?? text.Name, Frozen = text.Frozen };
    }

    private sealed record InputText(string Name, ElementKind Element, TensorShape Shape);

    private sealed record NodeText(
        string Name,
        string Op,
        JsonElement Attributes,
        ImmutableArray<string> Inputs,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] string? ParameterScope = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Frozen = false);

    private sealed record GraphText(
        string Name,
        ImmutableArray<InputText> Inputs,
        ImmutableArray<NodeText> Nodes,
        ImmutableArray<string> Outputs,
        ImmutableDictionary<string, string> Taps);
}
