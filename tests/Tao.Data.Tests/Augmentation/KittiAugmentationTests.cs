using Tao.Data.Augmentation;
using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Imaging;
using Tao.Specs;
using Tao.Testing;

namespace Tao.Data.Tests.Augmentation;

public sealed class KittiAugmentationTests : IDisposable
{
    private const int Width = 200;
    private const int Height = 100;

    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    public static TheoryData<string> Maps => ["none", "flip", "upside down", "rotation", "shear", "translation", "all"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Maps))]
    public void A_rectangle_is_found_where_its_box_says(string name)
    {
        Write("a", new PixelRectangle(60, 30, 40, 20), "Car");

        Run(new AugmentationPlan(2 * Width, Height, 1) { Spatial = Map(name) });

        var image = ImageCodec.Decode(File.ReadAllBytes(Path.Combine(_folder.Path, "out/images/a.png")), new DecodeOptions { Channels = 1 });
        Assert.Equal((2 * Width, Height), (image.Width, image.Height));
        var box = Assert.Single(Labels("a")).Box;
        var found = Bright(image);
        Assert.True(
            Math.Abs(found.X1 - box.X1) <= 2 && Math.Abs(found.Y1 - box.Y1) <= 2 && Math.Abs(found.X2 - box.X2) <= 2 && Math.Abs(found.Y2 - box.Y2) <= 2, $"{found} and not {box}");
    }

    [Fact]
    public void Objects_that_leave_the_picture_are_left_out_and_others_are_cut()
    {
        Write("a", new PixelRectangle(0, 0, 10, 10), "Car", "Van 0.10 2 -1.57 90.00 40.00 130.00 60.00 1.50 1.60 3.70 2.00 1.70 8.40 0.01");

        Run(new AugmentationPlan(Width, Height, 3) { Spatial = AffineMap.Translation(100, 0) });

        var van = Assert.Single(Labels("a"));
        Assert.Equal(("Van", new BoundingBox(0, 40, 30, 60), 2, 0.1f), (van.ClassName, van.Box, van.Occlusion, van.Truncation));
        Assert.Equal(8.4f, van.World.Z);
    }

    [Theory]
    [InlineData(false, "0 1 2")]
    [InlineData(true, "3 4 5")]
    public void A_part_of_the_images_is_chosen_by_name_or_at_random_and_the_others_are_only_resized(bool atRandom, string expected)
    {
        for (int i = 0; i < 6; i++)
            Write($"{i}", new PixelRectangle(20, 20, 10, 10), "Car");

        Run(new AugmentationPlan(Width, Height, 3) { Color = ColorMap.Brightness(-255), Share = 0.5, AtRandom = atRandom });

        var changed = Enumerable.Range(0, 6).Where(i => ImageCodec.Decode(File.ReadAllBytes(Path.Combine(_folder.Path, $"out/images/{i}.png")), DecodeOptions.Default).Pixels.Max() == 0);
        Assert.Equal(expected, string.Join(' ', changed));
        Assert.Equal(6, Directory.GetFiles(Path.Combine(_folder.Path, "out/labels")).Length);
    }

    [Fact]
    public void Colours_are_mapped_rounded_and_cut()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "images"));
        File.WriteAllBytes(Path.Combine(_folder.Path, "images/a.png"), ImageCodec.EncodePng(Image.Filled(4, 4, new Rgb(200, 100, 50))));
        _folder.Write("labels/a.txt", "");

        Run(new AugmentationPlan(4, 4, 3) { Color = ColorMap.HueSaturation(90, 1) });

        var pixels = ImageCodec.Decode(File.ReadAllBytes(Path.Combine(_folder.Path, "out/images/a.png")), DecodeOptions.Default).Pixels;
        Assert.Equal([166, 77, 255], pixels[..3]);
        Assert.Equal("", File.ReadAllText(Path.Combine(_folder.Path, "out/labels/a.txt")));
    }

    [Fact]
    public void A_blur_spreads_a_point_by_its_taps()
    {
        var pixels = new byte[81];
        pixels[40] = 255;
        Directory.CreateDirectory(Path.Combine(_folder.Path, "images"));
        File.WriteAllBytes(Path.Combine(_folder.Path, "images/a.png"), ImageCodec.EncodePng(new Image(9, 9, 1, pixels)));
        _folder.Write("labels/a.txt", "");

        Run(new AugmentationPlan(9, 9, 1) { Blur = (1, AugmentationPlan.DefaultDeviation(1)) });

        var blurred = ImageCodec.Decode(File.ReadAllBytes(Path.Combine(_folder.Path, "out/images/a.png")), new DecodeOptions { Channels = 1 }).Pixels;
        double[] taps = [.106507, .786986, .106507];
        for (int y = 0; y < 3; y++)
        {
            for (int x = 0; x < 3; x++)
                Assert.Equal(255 * taps[y] * taps[x], blurred[((y + 3) * 9) + x + 3], 1.0);
        }
        Assert.Equal(0.8, AugmentationPlan.DefaultDeviation(3), 9);
    }

    [Fact]
    public void What_cannot_be_used_is_told_and_left_out()
    {
        Write("good", new PixelRectangle(20, 20, 10, 10), "Car");
        File.WriteAllBytes(Path.Combine(_folder.Path, "images/empty.png"), []);
        _folder.Write("labels/empty.txt", "");
        _folder.Write("labels/alone.txt", "");

        Run(new AugmentationPlan(Width, Height, 3));

        Assert.Equal(["good.png"], Directory.GetFiles(Path.Combine(_folder.Path, "out/images")).Select(Path.GetFileName));
        Assert.Equal([DataCodes.EmptyFile, DataCodes.PartnerMissing], _bag.Items.Select(item => item.Code).Order(StringComparer.Ordinal));
    }

    private void Write(string name, PixelRectangle rectangle, string className, string more = "")
    {
        var image = Image.Filled(Width, Height, new Rgb(0, 0, 0));
        for (int y = rectangle.Y; y < rectangle.Y + rectangle.Height; y++)
            image.Pixels.AsSpan(((y * Width) + rectangle.X) * 3, rectangle.Width * 3).Fill(255);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "images"));
        File.WriteAllBytes(Path.Combine(_folder.Path, $"images/{name}.png"), ImageCodec.EncodePng(image));
        var box = new BoundingBox(rectangle.X, rectangle.Y, rectangle.X + rectangle.Width, rectangle.Y + rectangle.Height);
        _folder.Write($"labels/{name}.txt", $"{KittiLabelFile.Format(new LabeledObject(className, box, 1))}\n{more}\n");
    }

    private void Run(AugmentationPlan plan)
    {
        var augmentation = new KittiAugmentation(Path.Combine(_folder.Path, "images"), Path.Combine(_folder.Path, "labels"), ".png", plan, _bag);
        augmentation.Write(Path.Combine(_folder.Path, "out"), TestContext.Current.CancellationToken);
        Assert.False(_bag.HasErrors);
        Assert.Equal(augmentation.Count, augmentation.Done);
    }

    private IReadOnlyList<LabeledObject> Labels(string name) =>
        KittiLabelFile.Read(Path.Combine(_folder.Path, $"out/labels/{name}.txt"), new ScanReport(_bag, FaultPolicy.Refuse));

    private static AffineMap Map(string name) => name switch
    {
        "flip" => AffineMap.Flip(true, false, 2 * Width, Height),
        "upside down" => AffineMap.Flip(false, true, 2 * Width, Height),
        "rotation" => AffineMap.Rotation(0.4, 2 * Width, Height),
        "shear" => AffineMap.Shear(0.3, 0, 2 * Width, Height),
        "translation" => AffineMap.Translation(7, -5),
        "all" => AffineMap.Flip(true, false, 2 * Width, Height) * AffineMap.Rotation(Math.PI, 2 * Width, Height) * AffineMap.Translation(3, 2),
        _ => AffineMap.Identity,
    };

    private static BoundingBox Bright(Image image)
    {
        var places = Enumerable.Range(0, image.Width * image.Height).Where(i => image.Pixels[i] > 127).Select(i => (X: i % image.Width, Y: i / image.Width)).ToArray();
        return new BoundingBox(places.Min(place => place.X), places.Min(place => place.Y), places.Max(place => place.X) + 1, places.Max(place => place.Y) + 1);
    }
}
