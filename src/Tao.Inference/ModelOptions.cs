namespace Tao.Inference;

/// <summary>How a program uses a model.</summary>
public sealed record ModelOptions
{
    /// <summary>Where the model's file is, when it is not where the build puts it beside the program.</summary>
    public string? Path { get; init; }

    /// <summary>Threads of one prediction; more than the machine has cores slow it down.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The least score of a detection, 0 to 1; null for the model's own. A classifier has none.</summary>
    public float? ScoreThreshold { get; init; }
}
