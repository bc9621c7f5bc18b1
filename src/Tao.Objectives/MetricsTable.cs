using System.Collections.Immutable;

namespace Tao.Objectives;

/// <summary>A part of an evaluation that becomes a CSV file.</summary>
/// <param name="Name">Of the artifact, such as <c>confusion_matrix</c>.</param>
/// <param name="Rows">The header first; cells are texts and numbers.</param>
public sealed record MetricsTable(string Name, ImmutableArray<ImmutableArray<object>> Rows);
