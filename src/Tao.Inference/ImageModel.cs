using System.Security.Cryptography;
using Tao.Imaging;
using Tao.Imaging.Preparation;

namespace Tao.Inference;

/// <summary>What all typed classes of models have in common. One object may be used from several threads at once.</summary>
/// <typeparam name="TAnswer">What the model says of one image.</typeparam>
public abstract class ImageModel<TAnswer> : IDisposable
{
    private readonly PixelNormalizer _normalizer;

    private protected ImageModel(ModelDescription description, ModelOptions? options)
    {
        ArgumentNullException.ThrowIfNull(description);
        Description = description;
        Options = options ?? new ModelOptions();
        _normalizer = new PixelNormalizer(description.Input.Transform);
        FilePath = Options.Path ?? Path.Combine(AppContext.BaseDirectory, description.File);
        CheckFile();
    }

    /// <summary>What the build wrote down of the model.</summary>
    public ModelDescription Description { get; }

    private protected ModelOptions Options { get; }

    private protected string FilePath { get; }

    /// <summary>Asks the model of an image file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="ImageException">The file is no usable image.</exception>
    public TAnswer Predict(string path) => Predict(File.ReadAllBytes(path));

    /// <summary>Asks the model of an image file's content, from the stream's position to its end.</summary>
    /// <exception cref="ImageException">The content is no usable image.</exception>
    public TAnswer Predict(Stream image)
    {
        ArgumentNullException.ThrowIfNull(image);
        using var bytes = new MemoryStream();
        image.CopyTo(bytes);
        return Predict(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>Asks the model of an image file's content (JPEG, PNG, BMP, PPM or TIFF).</summary>
    /// <exception cref="ImageException">The content is no usable image.</exception>
    public TAnswer Predict(ReadOnlySpan<byte> image) => Answer(Prepare(image));

    public abstract void Dispose();

    private protected abstract TAnswer Answer(PreparedImage image);

    private PreparedImage Prepare(ReadOnlySpan<byte> image)
    {
        var input = Description.Input;
        var (decoded, drawn) = (new ImageBuffer(), new ImageBuffer());
        var size = input.Draw(image, decoded, drawn);
        int length = input.Width * input.Height * input.Channels;
        float[] pixels = new float[length], channelsFirst = new float[length];
        _normalizer.Write(drawn.Pixels, drawn.Width, mirror: false, pixels);
        PixelOrder.ToChannelsFirst(pixels, input.Channels, channelsFirst);
        return new PreparedImage(channelsFirst, size);
    }

    private void CheckFile()
    {
        if (!File.Exists(FilePath))
            throw new ModelFileException($"The model '{FilePath}' does not exist. Build the program again, or copy its whole output folder.");
        using var stream = File.OpenRead(FilePath);
        if (Convert.ToHexStringLower(SHA256.HashData(stream)) != Description.Sha256)
            throw new ModelFileException($"The model '{FilePath}' is not the one that {GetType().Name} was made for. Build the program again, so that class and model fit.");
    }
}
