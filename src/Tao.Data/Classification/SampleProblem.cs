using Tao.Imaging;

namespace Tao.Data.Classification;

/// <summary>What is wrong with a file, and what to do about it.</summary>
internal sealed record SampleProblem(string Code, string Message, string Remedy)
{
    public static SampleProblem From(ImageException e) => e.Fault switch
    {
        ImageFault.Empty => new(DataCodes.EmptyFile, e.Message, "Copy the file again, or remove it."),
        ImageFault.NotAnImage => new(DataCodes.NotAnImage, e.Message, "Replace it by the image it should be, or remove it."),
        ImageFault.Truncated => new(DataCodes.TruncatedImage, e.Message, "Copy the file again from its source, or remove it."),
        ImageFault.Corrupt => new(DataCodes.CorruptImage, e.Message, "Copy the file again from its source, or remove it."),
        _ => new(DataCodes.UnsupportedImage, e.Message, "Convert it to an 8-bit JPEG or PNG file."),
    };

    public static SampleProblem From(Exception e) =>
        new(DataCodes.AccessDenied, $"The file cannot be read: {e.Message}", "Check that it exists and its permissions.");
}
