namespace Tao.Inference;

/// <summary>An object that a detector found.</summary>
/// <param name="Label">Its class.</param>
/// <param name="Name">The class as the dataset names it.</param>
/// <param name="Score">Confidence, 0 to 1.</param>
/// <param name="Box">Where it is, in pixels of the picture.</param>
public readonly record struct Detection<TLabel>(TLabel Label, string Name, float Score, Box Box)
    where TLabel : struct, Enum;
