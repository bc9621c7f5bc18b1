using System.Globalization;

namespace Tao.Onnx.Calibration;

/// <summary>The TensorRT that will read a file.</summary>
public readonly record struct TensorRtVersion(int Major, int Minor, int Patch)
{
    /// <summary>As NVIDIA writes it in headers: 8.6.1 is 8601, 10.3.0 is 10300.</summary>
    public int Number => (Major * 1000) + (Minor * 100) + Patch;

    /// <summary>Reads <c>8.6.1</c> (or <c>8.6</c>, or <c>8.6.1.6</c>, whose last part is the build). Throws <see cref="OnnxException"/>.</summary>
    public static TensorRtVersion Parse(string text)
    {
        var parts = text.Split('.');
        var numbers = new int[3];
        for (var index = 0; index < Math.Min(parts.Length, numbers.Length); index++)
        {
            if (!int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[index]))
                throw NotAVersion(text);
        }
        return parts.Length is >= 2 and <= 4 ? new(numbers[0], numbers[1], numbers[2]) : throw NotAVersion(text);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static OnnxException NotAVersion(string text) => new($"'{text}' is not a TensorRT version; write it as 8.6.1.");
}
