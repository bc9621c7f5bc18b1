namespace Tao.Specs.Common.Augmentation;

/// <summary>The whole spec of <c>tao augment</c>.</summary>
[SpecMessage("AugmentationConfig", Doc = "What to do with each image of a folder in KITTI's format, once.")]
public sealed record AugmentationConfig : ISpecRules
{
    private static readonly string[] _extensions = [".png", ".jpg", ".jpeg"];

    [SpecField("spatial_config", Number = 1, Doc = "Where the pixels go.")]
    public SpatialConfig? SpatialConfig { get; init; }

    [SpecField("color_config", Number = 2, Doc = "What becomes of their colours.")]
    public ColorConfig? ColorConfig { get; init; }

    [SpecField("partition_config", Number = 3, Doc = "Which images are changed; all by default. The others are only brought to the output size.")]
    public PartitionConfig? PartitionConfig { get; init; }

    [SpecField("blur_config", Number = 4, Doc = "How far each pixel is spread.")]
    public BlurConfig? BlurConfig { get; init; }

    [SpecField("dataset_config", Number = 5, Doc = "Folders of images and labels.")]
    public DatasetConfig DatasetConfig { get; init; } = new();

    [SpecField("output_image_width", Number = 6, Required = true, Min = 1, Doc = "Width of the images written, in pixels.")]
    public int OutputImageWidth { get; init; }

    [SpecField("output_image_height", Number = 7, Required = true, Min = 1, Doc = "Height of the images written, in pixels.")]
    public int OutputImageHeight { get; init; }

    [SpecField("output_image_channel", Number = 8, Required = true, Doc = "1 for gray, 3 for colour.")]
    public int OutputImageChannel { get; init; }

    [SpecField("image_extension", Number = 9, Required = true, Doc = "Extension of the images, with its dot.")]
    public string ImageExtension { get; init; } = "";

    public void Check(SpecRuleContext context)
    {
        if (OutputImageChannel is not (1 or 3))
            context.Error($"'output_image_channel' is {OutputImageChannel}.", "Write 3 for colour or 1 for gray.", "output_image_channel");
        if (ImageExtension.Length > 0 && !_extensions.Contains(ImageExtension, StringComparer.OrdinalIgnoreCase))
            context.Error($"'image_extension' is '{ImageExtension}'.", $"Write {string.Join(", ", _extensions.Select(extension => $"\"{extension}\""))}, with the dot.", "image_extension");
    }
}
