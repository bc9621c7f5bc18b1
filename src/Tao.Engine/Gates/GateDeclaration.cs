namespace Tao.Engine.Gates;

/// <summary>A <c>TaoGate</c> item as the project has it: all texts, so that the engine says what is wrong with them.</summary>
/// <param name="Metric">Such as <c>mAP</c>, or <c>model_bytes</c> or <c>latency_ms</c>, which the gate measures itself.</param>
public sealed record GateDeclaration(string Metric)
{
    /// <summary>The stage whose metric counts; empty for the last that has it.</summary>
    public string Of { get; init; } = "";

    public string Minimum { get; init; } = "";

    public string Maximum { get; init; } = "";

    /// <summary>How far the metric may lie below what it is compared with: <c>0.01</c>, or <c>1%</c> of that.</summary>
    public string MaxDrop { get; init; } = "";

    /// <summary>How far it may lie above.</summary>
    public string MaxRise { get; init; } = "";

    /// <summary>A stage of the same build to compare with.</summary>
    public string RelativeTo { get; init; } = "";

    /// <summary>A file of an earlier build's metrics to compare with.</summary>
    public string Baseline { get; init; } = "";

    /// <summary>Of a metric that is measured several times: how many of its standard deviations do not count; 3 by default.</summary>
    public string Noise { get; init; } = "";
}
