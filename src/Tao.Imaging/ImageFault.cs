namespace Tao.Imaging;

/// <summary>What is wrong with an image file.</summary>
public enum ImageFault
{
    /// <summary>The file has no bytes.</summary>
    Empty,

    /// <summary>The content is no image of any known kind.</summary>
    NotAnImage,

    /// <summary>The file ends before the picture does.</summary>
    Truncated,

    /// <summary>The file is whole but its content contradicts itself.</summary>
    Corrupt,

    /// <summary>A sound image of a kind that is not read here.</summary>
    Unsupported,
}
