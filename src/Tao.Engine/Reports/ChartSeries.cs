using System.Collections.Immutable;

namespace Tao.Engine.Reports;

internal sealed record ChartSeries(string Label, ImmutableArray<double?> Values);
