using Tao.Testing;

namespace Tao.Cli.Tests.Commands;

public sealed class AugmentCommandTests : IDisposable
{
    private const string Spec =
        """
        spatial_config{ flip_config { flip_horizontal: true } rotation_config { angle: 180 units: "degrees" } shear_config { } translation_config { } }
        color_config { hue_saturation_config { hue_rotation_angle: 5.0 saturation_shift: 1.0 } contrast_config { contrast: 0.1 center: 127.5 } brightness_config { offset: 1 } }
        partition_config { partition_mode: ID_WISE dataset_percentage: 50 }
        blur_config { size: 1 std: 0 }
        dataset_config { image_path: "pictures" label_path: "boxes" }
        output_image_width: 32
        output_image_height: 32
        output_image_channel: 3
        image_extension: ".png"
        """;

    private readonly CliWorld _world = new();

    public AugmentCommandTests()
    {
        for (int i = 0; i < 4; i++)
        {
            Directory.CreateDirectory(_world.Path("data/pictures"));
            Directory.CreateDirectory(_world.Path("data/boxes"));
            File.WriteAllBytes(_world.Path($"data/pictures/{i}.png"), Imaging.ImageCodec.EncodePng(TinyImages.Draw(0, i)));
            File.WriteAllText(_world.Path($"data/boxes/{i}.txt"), "car 0.00 0 0.00 4.00 4.00 12.00 10.00 0 0 0 0 0 0 0\n");
        }
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_data_set_is_written_whole()
    {
        _world.Write("spec.txt", Spec);

        Assert.Equal(0, _world.Tao("augment", "-d", "data", "-a", "spec.txt", "-o", "out", "-b", "4"));

        Assert.Contains("4 images with 4 objects", _world.Output, StringComparison.Ordinal);
        Assert.Contains("2 of 4 were chosen", _world.Output, StringComparison.Ordinal);
        Assert.Equal(4, Directory.GetFiles(_world.Path("out/images")).Length);
        // Turned by half and mirrored: upside down. The first two by name are changed.
        Assert.StartsWith("car 0.00 0 0.00 5.33 12.00 16.00 24.00 ", File.ReadAllText(_world.Path("out/labels/1.txt")), StringComparison.Ordinal);
        Assert.StartsWith("car 0.00 0 0.00 5.33 8.00 16.00 20.00 ", File.ReadAllText(_world.Path("out/labels/2.txt")), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_world.Path("out.tmp")));
    }

    [Fact]
    public void A_second_run_replaces_the_first()
    {
        _world.Write("spec.txt", Spec);
        Assert.Equal(0, _world.Tao("augment", "-d", "data", "-a", "spec.txt", "-o", "out"));
        File.Delete(_world.Path("data/pictures/3.png"));
        File.Delete(_world.Path("data/boxes/3.txt"));

        Assert.Equal(0, _world.Tao("augment", "-d", "data", "-a", "spec.txt", "-o", "out"));

        Assert.Equal(3, Directory.GetFiles(_world.Path("out/images")).Length);
    }

    [Theory]
    [InlineData("out", "output_image_channel: 3", "output_image_channel: 2", "spec.txt(8,1)")]
    [InlineData("out", "\".png\"", "\"png\"", "'image_extension' is 'png'")]
    [InlineData("out", "\".png\"", "\".jpg\"", "There is no image '*.jpg'")]
    [InlineData("out", "angle: 180", "angel: 180", "angle")]
    [InlineData("out", "shear_config { }", "shear_config { shear_ratio_x: 1 shear_ratio_y: 1 }", "onto a line")]
    [InlineData("data/out", "", "", "lie in one another")]
    [InlineData("full", "", "", "holds other things")]
    public void Mistakes_are_said_and_nothing_is_written(string output, string from, string to, string expected)
    {
        _world.Write("spec.txt", from.Length == 0 ? Spec : Spec.Replace(from, to, StringComparison.Ordinal));
        Directory.CreateDirectory(_world.Path("full"));
        _world.Write("full/mine.txt", "mine");

        Assert.Equal(1, _world.Tao("augment", "-d", "data", "-a", "spec.txt", "-o", output));

        Assert.Contains(expected, _world.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_world.Path("out")));
        Assert.True(File.Exists(_world.Path("full/mine.txt")));
    }

    [Fact]
    public void A_spec_that_changes_nothing_is_warned_of()
    {
        _world.Write("spec.txt", "output_image_width: 16 output_image_height: 16 output_image_channel: 1 image_extension: \".png\" dataset_config { image_path: \"pictures\" label_path: \"boxes\" }");

        Assert.Equal(0, _world.Tao("augment", "-d", "data", "-a", "spec.txt", "-o", "out"));

        Assert.Contains("changes nothing but the size", _world.Error, StringComparison.Ordinal);
    }
}
