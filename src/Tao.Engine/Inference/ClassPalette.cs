using System.Collections.Immutable;
using Tao.Imaging;

namespace Tao.Engine.Inference;

/// <summary>Colours of classes that were given none.</summary>
internal static class ClassPalette
{
    // Told apart by most people who do not see all colours (Okabe and Ito 2002), without black.
    private static readonly ImmutableArray<Rgb> _colors =
        [new(230, 159, 0), new(86, 180, 233), new(0, 158, 115), new(240, 228, 66), new(213, 94, 0), new(204, 121, 167), new(0, 114, 178)];

    public static Rgb ColorOf(int index) => _colors[index % _colors.Length];
}
