namespace Tao.Imaging;

/// <summary>The room a text takes: <paramref name="Height"/> above the base line, <paramref name="Baseline"/> below it.</summary>
public readonly record struct TextSize(int Width, int Height, int Baseline);
