using System.Security.Cryptography;
using Tao.Imaging;

namespace Tao.Data.Classification;

/// <summary>Opens, hashes and decodes one file after the other; one for each thread.</summary>
internal sealed class SampleChecker(string root)
{
    // The smallest scale still reads every coded byte of a JPEG, so damage is found at an eighth of the transform's work.
    private static readonly DecodeOptions Quick = new() { MinWidth = 1, MinHeight = 1 };

    private readonly ImageBuffer _buffer = new();

    public SampleCheck Check(ImageSample sample)
    {
        try
        {
            var data = File.ReadAllBytes(Path.Combine(root, sample.RelativePath));
            var info = ImageCodec.Probe(data);
            ImageCodec.Decode(data, Quick, _buffer);
            var size = info.DisplaySize;
            var found = sample with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(data)), Width = size.Width, Height = size.Height };
            return new SampleCheck(found, true, NameProblem(sample, info));
        }
        catch (ImageException e)
        {
            return new SampleCheck(sample, false, SampleProblem.From(e));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SampleCheck(sample, false, SampleProblem.From(e));
        }
    }

    private static SampleProblem? NameProblem(ImageSample sample, ImageInfo info)
    {
        var promised = ImageExtensions.Promised(sample.RelativePath);
        return promised == info.Format
            ? null
            : new SampleProblem(
                DataCodes.WrongExtension, $"The file is named as {promised} but contains {info.Format}; its content is read.", "Rename it to fit its content.");
    }
}
