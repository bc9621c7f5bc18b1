using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Tao.Specs;

namespace Tao.Engine.Gates;

/// <summary>Finds the lines on which a project declares its gates.</summary>
internal static class GateLocations
{
    /// <summary>One place a gate, in order; a gate of another file, such as an imported one, has the project itself.</summary>
    public static ImmutableArray<SourceLocation?> Of(string? project, ImmutableArray<GateDeclaration> gates)
    {
        if (project is null)
            return [.. gates.Select(_ => (SourceLocation?)null)];
        var declared = Elements(project);
        return [.. gates.Select(gate =>
        {
            int index = declared.FindIndex(element => Matches(element, gate));
            if (index < 0)
                return new SourceLocation(project, 1, 1);
            IXmlLineInfo line = declared[index];
            declared.RemoveAt(index);
            return new SourceLocation(project, line.LineNumber, line.LinePosition);
        })];
    }

    private static bool Matches(XElement element, GateDeclaration gate) =>
        element.Attribute("Include")?.Value.Trim() == gate.Metric && (element.Attribute("Of")?.Value ?? "") == gate.Of && (element.Attribute("Minimum")?.Value ?? "") == gate.Minimum;

    private static List<XElement> Elements(string project)
    {
        try
        {
            return [.. XDocument.Load(project, LoadOptions.SetLineInfo).Descendants().Where(element => element.Name.LocalName == "TaoGate")];
        }
        catch (Exception unreadable) when (unreadable is XmlException or IOException)
        {
            return [];
        }
    }
}
