using System.Collections.Immutable;

namespace Tao.Engine.Training;

/// <param name="Epoch">The epoch just finished, from 1.</param>
/// <param name="Log">The training log's columns: <c>loss</c>, <c>lr</c>, and those of the objective and its validation.</param>
/// <param name="Duration">Training and validation together.</param>
public sealed record EpochReport(int Epoch, int Epochs, ImmutableSortedDictionary<string, double> Log, TimeSpan Duration);
