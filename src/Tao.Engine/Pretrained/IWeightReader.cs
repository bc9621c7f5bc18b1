using Tao.Graph;

namespace Tao.Engine.Pretrained;

/// <summary>Reads one file format. <see cref="WeightSource"/> holds the list.</summary>
public interface IWeightReader
{
    /// <summary>The format's name, as reports print it.</summary>
    string Format { get; }

    /// <summary>True when the file's first bytes are this format's; the path's extension may break ties, no more.</summary>
    /// <param name="head">The first bytes, fewer than <see cref="WeightSource.HeadBytes"/> only when the file is shorter.</param>
    bool CanRead(ReadOnlySpan<byte> head, string path);

    Weights Read(string path);
}
