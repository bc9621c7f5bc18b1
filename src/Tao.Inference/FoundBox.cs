namespace Tao.Inference;

/// <summary>A detector's answer as its file gives it.</summary>
/// <param name="Class">Index of the class, from 0.</param>
/// <param name="Score">Confidence, 0 to 1.</param>
/// <param name="Box">Shares of the image, 0 to 1.</param>
public readonly record struct FoundBox(int Class, float Score, Box Box);
