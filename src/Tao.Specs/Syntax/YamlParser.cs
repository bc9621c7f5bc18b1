using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Tao.Specs.Syntax;

/// <summary>YAML with positions, read from the parser's events. Anchors, aliases and merge keys are resolved; other documents than the first are refused.</summary>
internal sealed class YamlParser
{
    private const int _maximumDepth = 100;

    /// <summary>Nodes that aliases may add; more is an attack ("billion laughs"), not a spec.</summary>
    private const int _maximumExpansion = 100_000;

    private readonly GuardedYamlParser _parser;
    private readonly string _file;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<string, (SpecNode Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private int _nodeCount;

    private YamlParser(string text, string file, DiagnosticBag bag)
    {
        _parser = new(new StringReader(text));
        _file = file;
        _bag = bag;
    }

    public static SpecBlock Parse(string text, string file, DiagnosticBag bag)
    {
        var empty = new SpecBlock([], IsMapping: true, new(file, 1, 1));
        var parser = new YamlParser(text, file, bag);
        try
        {
            return parser.Document(empty);
        }
        catch (YamlException exception)
        {
            bag.Error(SpecCodes.YamlSyntax, $"The YAML cannot be read: {exception.Message}", "Check the indentation and quotes there.", parser.At(exception.Start));
            return empty;
        }
    }

    private SpecBlock Document(SpecBlock empty)
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return empty;
        var root = Node(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            _bag.Error(SpecCodes.YamlSyntax, "A spec is one YAML document; a second one starts here.", "Remove the '---' and what follows.", At(second.Start));
        switch (root)
        {
            case SpecBlock block:
                return block;
            case SpecScalar { Kind: SpecScalarKind.Null }:
                return empty;
            default:
                _bag.Error(SpecCodes.YamlSyntax, "A spec is a mapping of names to values.", "Write 'name: value'.", root.Location);
                return empty;
        }
    }

    private SpecNode Node(int depth)
    {
        if (depth > _maximumDepth)
            throw new YamlException(_parser.Current?.Start ?? Mark.Empty, Mark.Empty, $"Nested more than {_maximumDepth} deep.");

        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return Expand(alias);
        var before = _nodeCount++;
        var (node, anchor) = _parser.Current switch
        {
            SequenceStart start => (Sequence(start, depth), start.Anchor),
            MappingStart start => (Mapping(start, depth), start.Anchor),
            _ => ScalarWithAnchor(_parser.Consume<Scalar>()),
        };
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = (node, _nodeCount - before);
        return node;
    }

    private SpecNode Expand(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var target))
            throw new YamlException(alias.Start, alias.End, $"The alias '*{alias.Value.Value}' has no anchor before it.");
        _nodeCount += target.Size;
        if (_nodeCount > _maximumExpansion)
            throw new YamlException(alias.Start, alias.End, "The aliases of this file expand to too many values.");
        return target.Node;
    }

    private (SpecNode Node, AnchorName Anchor) ScalarWithAnchor(Scalar scalar)
    {
        var isText = scalar.Style is not ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value == "tag:yaml.org,2002:str");
        var isNull = !isText && scalar.Value is ("" or "~" or "null" or "Null" or "NULL");
        var kind = isText ? SpecScalarKind.Text : isNull ? SpecScalarKind.Null : SpecScalarKind.Plain;
        return (new SpecScalar(kind, scalar.Value, At(scalar.Start)), scalar.Anchor);
    }

    private SpecNode Sequence(SequenceStart start, int depth)
    {
        _parser.Consume<SequenceStart>();
        var items = ImmutableArray.CreateBuilder<SpecNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(depth + 1));
        return new SpecList(items.ToImmutable(), At(start.Start));
    }

    private SpecNode Mapping(MappingStart start, int depth)
    {
        _parser.Consume<MappingStart>();
        var fields = new MappingBuilder(_bag);
        var merged = new List<SpecNode>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "A field name is plain text.");
            var value = Node(depth + 1);
            if (key is { Value: "<<", Style: ScalarStyle.Plain })
                merged.Add(value);
            else
                fields.Add(key.Value, value, At(key.Start));
        }

        foreach (var source in merged.SelectMany(node => node is SpecList list ? list.Items : [node]))
            Merge(fields, source);
        return fields.ToBlock(At(start.Start));
    }

    private void Merge(MappingBuilder fields, SpecNode source)
    {
        if (source is SpecBlock block)
            fields.Merge(block);
        else
            _bag.Error(SpecCodes.YamlSyntax, "'<<' merges a mapping.", "Refer to an anchor of a mapping.", source.Location);
    }

    private SourceLocation At(in Mark mark) => new(_file, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}
