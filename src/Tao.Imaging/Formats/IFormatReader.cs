namespace Tao.Imaging.Formats;

/// <summary>What has to be known of a file format before its pixels are decoded.</summary>
internal interface IFormatReader
{
    /// <summary>Reads the header.</summary>
    /// <exception cref="ImageException">Truncated, Corrupt or Unsupported.</exception>
    ImageInfo ReadHeader(ReadOnlySpan<byte> data);

    /// <summary>Checks that the file is complete, and gives the bytes for the decoder: the file itself, or a copy without what would disturb it.</summary>
    ReadOnlySpan<byte> PrepareForDecoder(ReadOnlySpan<byte> data);
}
