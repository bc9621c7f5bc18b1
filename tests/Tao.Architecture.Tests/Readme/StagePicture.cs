using System.Globalization;
using System.Text;

namespace Tao.Architecture.Tests.Readme;

/// <summary>Draws the stages as boxes from left to right, evaluations below the model that they measure.</summary>
internal static class StagePicture
{
    private const int BoxWidth = 126, BoxHeight = 40, Gap = 24, Margin = 12, RightMargin = 44, RowHeight = 84;

    // What a stage leaves for the user, under its box.
    private static readonly Dictionary<string, string> _leaves = new()
    {
        ["ConvertDataset"] = "dataset.json",
        ["Train"] = "model.tlt",
        ["Prune"] = "smaller model",
        ["Retrain"] = "model.tlt",
        ["Export"] = "model.onnx",
        ["Int8Calibrate"] = "model.int8.onnx",
    };

    public static string Draw(StageGraph graph)
    {
        int columns = graph.Stages.Max(stage => Column(graph, stage)) + 1;
        int width = Margin + RightMargin + (columns * BoxWidth) + ((columns - 1) * Gap), height = (2 * Margin) + RowHeight + BoxHeight;
        var svg = new StringBuilder();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"13\" text-anchor=\"middle\">");
        Line(svg, $"<title>The stages of a build</title>");
        Line(svg, $"<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"#666\"/></marker></defs>");
        Line(svg, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>");
        foreach (string stage in graph.Stages.OrderBy(graph.Depth).ThenBy(stage => stage, StringComparer.Ordinal))
        {
            foreach (string before in graph.Before(stage))
                Arrow(svg, graph, before, stage);
            Box(svg, graph, stage);
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static void Box(StringBuilder svg, StageGraph graph, string stage)
    {
        var (x, y) = Place(graph, stage);
        bool evaluation = StageGraph.IsEvaluation(stage);
        var (fill, edge) = evaluation ? ("#eef6ee", "#4a8a4a") : ("#eaf1fb", "#3b6db5");
        Line(svg, $"<rect x=\"{x}\" y=\"{y}\" width=\"{BoxWidth}\" height=\"{BoxHeight}\" rx=\"6\" fill=\"{fill}\" stroke=\"{edge}\"/>");
        Line(svg, $"<text x=\"{x + (BoxWidth / 2)}\" y=\"{y + 25}\" fill=\"#222\"{(stage.Length > 14 ? " font-size=\"12\"" : "")}>{stage}</text>");
        if (!_leaves.TryGetValue(stage, out string? file))
            return;
        // Beside the arrow where there is one.
        int middle = x + (BoxWidth / 2);
        var (textX, anchor) = graph.Stages.Any(other => StageGraph.IsEvaluation(other) && graph.Before(other).Contains(stage)) ? (middle + 8, "start") : (middle, "middle");
        Line(svg, $"<text x=\"{textX}\" y=\"{y + BoxHeight + 17}\" fill=\"#666\" font-size=\"11\" text-anchor=\"{anchor}\">{file}</text>");
    }

    private static void Arrow(StringBuilder svg, StageGraph graph, string from, string to)
    {
        var (fromX, fromY) = Place(graph, from);
        var (toX, toY) = Place(graph, to);
        string line = fromY == toY
            ? string.Create(CultureInfo.InvariantCulture, $"M{fromX + BoxWidth} {fromY + (BoxHeight / 2)}H{toX - 2}")
            : string.Create(CultureInfo.InvariantCulture, $"M{fromX + (BoxWidth / 2)} {fromY + BoxHeight}V{toY - 2}");
        Line(svg, $"<path d=\"{line}\" fill=\"none\" stroke=\"#666\" marker-end=\"url(#tip)\"/>");
    }

    private static (int X, int Y) Place(StageGraph graph, string stage) =>
        (Margin + (Column(graph, stage) * (BoxWidth + Gap)), Margin + (StageGraph.IsEvaluation(stage) ? RowHeight : 0));

    /// <summary>An evaluation stands below what it waits for.</summary>
    private static int Column(StageGraph graph, string stage) => graph.Depth(stage) - (StageGraph.IsEvaluation(stage) ? 1 : 0);

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
