using System.Text.Json;
using System.Text.Json.Serialization;
using Tao.Imaging;
using Tao.Imaging.Preparation;

namespace Tao.Data.Classification;

/// <summary>
/// Everything that turns an image file into a network's input, apart from augmentation. It is saved with a model, so that evaluation,
/// calibration and inference prepare images as training did.
/// </summary>
public sealed record ImagePreprocessing
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter() },
    };

    public required int Height { get; init; }

    public required int Width { get; init; }

    /// <summary>3 (colour) or 1 (gray).</summary>
    public required int Channels { get; init; }

    public required PreprocessMode Mode { get; init; }

    public ImageMean Mean { get; init; } = ImageMean.Default;

    public Interpolation Interpolation { get; init; } = Interpolation.Bilinear;

    /// <summary>Outside training: resize, keeping the aspect ratio, so that the target plus 32 pixels is covered, then cut out the centre.</summary>
    public bool CenterCrop { get; init; }

    /// <summary>
    /// The affine step of <see cref="Mode"/>. The torch deviations are .229, .224, .225 as in TAO's graph code and torchvision; TAO's NumPy code
    /// divides by .224 for all three, which looks unintended.
    /// </summary>
    [JsonIgnore]
    public ChannelTransform Transform => (Mode, Channels) switch
    {
        (PreprocessMode.Caffe, 3) => new(ChannelOrder.Bgr, [1, 1, 1], [(float)-Mean.Blue, (float)-Mean.Green, (float)-Mean.Red]),
        (PreprocessMode.Caffe, 1) => new(ChannelOrder.Gray, [1], [(float)-Mean.Gray]),
        (PreprocessMode.Tf, 3) => new(ChannelOrder.Rgb, [TfScale, TfScale, TfScale], [-1, -1, -1]),
        (PreprocessMode.Tf, 1) => new(ChannelOrder.Gray, [TfScale], [-1]),
        (PreprocessMode.Torch, 3) => new(
            ChannelOrder.Rgb,
            [TorchScale(.229), TorchScale(.224), TorchScale(.225)],
            [TorchOffset(.485, .229), TorchOffset(.456, .224), TorchOffset(.406, .225)]),
        (PreprocessMode.Torch, 1) => new(ChannelOrder.Gray, [TorchScale(.224)], [TorchOffset(.449, .224)]),
        _ => throw new InvalidOperationException($"An image of {Channels} channels cannot be preprocessed; there are 1 or 3."),
    };

    /// <summary>All of it in numbers.</summary>
    [JsonIgnore]
    public ImagePreparation Preparation => new() { Width = Width, Height = Height, Transform = Transform, Interpolation = Interpolation, CenterCrop = CenterCrop };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static ImagePreprocessing FromJson(string json) =>
        JsonSerializer.Deserialize<ImagePreprocessing>(json, Json) ?? throw new JsonException("The preprocessing is null.");

    private const float TfScale = (float)(1 / 127.5);

    private static float TorchScale(double deviation) => (float)(1 / (255 * deviation));

    private static float TorchOffset(double mean, double deviation) => (float)(-mean / deviation);
}
