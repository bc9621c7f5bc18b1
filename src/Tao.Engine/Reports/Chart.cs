using System.Collections.Immutable;

namespace Tao.Engine.Reports;

/// <summary>Lines over a common axis, as the page's script draws them; null is a gap.</summary>
/// <param name="Id">Of the page's element.</param>
internal sealed record Chart(string Id, string Title, string XLabel, ImmutableArray<double> X, ImmutableArray<ChartSeries> Series);
