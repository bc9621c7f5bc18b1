using Tao.Engine.Stages;

namespace Tao.Engine.Gates;

/// <param name="Deviation">Standard deviation of the value over its measurements; 0 for what comes out the same every time.</param>
internal readonly record struct MeasuredMetric(StageKind Stage, double Value, double Deviation = 0);
