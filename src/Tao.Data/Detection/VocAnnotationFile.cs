using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Tao.Data.Classification;

namespace Tao.Data.Detection;

/// <summary>Pascal VOC's annotation files: XML with an <c>object</c> for each object. Its pixels count from 1 and edges are inside the object.</summary>
public static class VocAnnotationFile
{
    /// <summary>The usable objects; each one that is not is reported. Null when the file is none.</summary>
    internal static VocAnnotation? Read(string path, ScanReport report)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            return new VocAnnotation(root.Element("filename")?.Value.Trim() ?? "", [.. root.Elements("object").Select(element => Parse(element, path, report)).OfType<LabeledObject>()]);
        }
        catch (XmlException e)
        {
            report.Fault(DataCodes.LabelLine, path, $"The annotation is no XML: {e.Message}", "Write it again in Pascal VOC's format.", Math.Max(1, e.LineNumber));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report.Fault(DataCodes.AccessDenied, path, $"The annotation cannot be read: {e.Message}", "Check that it exists and its permissions.");
        }
        return null;
    }

    private static LabeledObject? Parse(XElement element, string path, ScanReport report)
    {
        var line = ((IXmlLineInfo)element).LineNumber;
        var (name, corners) = (element.Element("name")?.Value.Trim() ?? "", element.Element("bndbox"));
        float?[] values = [.. new[] { "xmin", "ymin", "xmax", "ymax" }.Select(side => Number(corners?.Element(side)))];
        if (name.Length == 0 || values.Contains(null))
        {
            report.Fault(DataCodes.LabelLine, path, "The object lacks its name or a number of its box.", "Give it a name, and bndbox with xmin, ymin, xmax and ymax.", line);
            return null;
        }
        var box = new BoundingBox(values[0]!.Value - 1, values[1]!.Value - 1, values[2]!.Value, values[3]!.Value);
        return BoxCheck.HasArea(box, path, line, report)
            ? new LabeledObject(name, box, line) { Truncation = Number(element.Element("truncated")) ?? 0, Occlusion = Number(element.Element("difficult")) > 0 ? 1 : 0 }
            : null;
    }

    private static float? Number(XElement? element) =>
        float.TryParse(element?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value) ? value : null;
}
