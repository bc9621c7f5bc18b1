using System.Collections.Immutable;
using System.Globalization;
using Tao.Data.Classification;
using Tao.Data.Conversion;
using Tao.Data.Detection;
using Tao.Data.Records;
using Tao.Imaging;
using Tao.Specs;
using Tao.Testing;

namespace Tao.Data.Tests.Conversion;

public sealed class RecordConversionTests : IDisposable
{
    private const int Count = 20;

    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _bag = new();
    private readonly ImmutableArray<LabeledImage> _images;
    private readonly PixelSize _size;

    public RecordConversionTests()
    {
        for (int i = 0; i < Count; i++)
        {
            _folder.Write($"images/{i:00}.png", ImageCodec.EncodePng(TinyImages.Draw(i % 2, i)));
            _folder.Write($"labels/{i:00}.txt", $"Car 0 0 0 1 2 8 9 0 0 0 0 0 0 0\nDontCare 0 0 0 1 2 8 9 0 0 0 0 0 0 0\nVan 0 1 0 {i % 4} 2 8 9 0 0 0 0 0 0 0\n");
        }
        _images = KittiFolder.Read(_folder.File("images"), _folder.File("labels"), new ScanReport(_bag, FaultPolicy.Skip));
        _size = ImageCodec.Probe(File.ReadAllBytes(_images[0].Path)).DisplaySize;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_image_becomes_one_record_and_the_classes_are_counted()
    {
        var (files, statistics) = Convert(null, shards: 3);

        var examples = files.SelectMany(Read).ToList();
        Assert.Equal(Enumerable.Range(0, Count).Select(i => $"images/{i:00}"), examples.Select(example => example.Frame).Order());
        Assert.All(examples, example => Assert.Equal((_size.Width, _size.Height, 3), (example.Width, example.Height, example.Objects.Length)));
        Assert.Equal(Count, statistics.Records);
        Assert.Equal([("car", Count), ("dontcare", Count), ("van", Count)], statistics.Objects.Select(pair => (pair.Key, pair.Value)));
        Assert.Empty(_bag.Items);
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.Path), file => file.EndsWith(".tmp", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith("idx-", StringComparison.Ordinal));
    }

    [Fact]
    public void With_a_mapping_images_are_embedded_and_an_index_says_where_records_are()
    {
        var (files, _) = Convert(new ClassMapping([new("car", "vehicle"), new("van", "vehicle"), new("tram", "rail")], null), shards: 2);

        foreach (string file in files)
        {
            var examples = Read(file).ToList();
            Assert.All(examples, example => Assert.Equal(["car", "van"], example.Objects.Select(labeled => labeled.ClassName)));
            Assert.All(examples, example => Assert.Equal(File.ReadAllBytes(_folder.File(example.Frame + ".png")), example.Encoded));
            using var stream = File.OpenRead(file);
            Assert.All(TfRecordReader.Read(stream, file), record => Assert.Equal([2f, 2], TrainExample.Parse(record).Floats("target/object_class_id")));

            var lines = File.ReadAllLines(Path.Combine(_folder.Path, $"idx-{Path.GetFileName(file)}")).Select(line => line.Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray()).ToList();
            Assert.Equal(examples.Count, lines.Count);
            Assert.Equal(0, lines[0][0]);
            Assert.Equal(lines.SkipLast(1).Select(line => line[0] + line[1]), lines.Skip(1).Select(line => line[0]));
            Assert.Equal(new FileInfo(file).Length, lines[^1].Sum());
        }
    }

    [Fact]
    public void What_cannot_be_used_is_reported_and_the_rest_is_written()
    {
        _folder.Write("images/03.png", "");
        _folder.Write("images/04.png", "no image");
        File.Delete(_folder.File("images/05.png"));
        var images = _images.SetItem(6, _images[6] with { Objects = [_images[6].Objects[0] with { Box = new BoundingBox(500, 2, 510, 9) }, _images[6].Objects[1] with { Box = new BoundingBox(-20, 2, 6, 9) }] });

        var files = RecordFiles.Divide(_folder.File("out"), [(images, 1)]);
        var statistics = new RecordConversion(_folder.Path, null, FaultPolicy.Skip, _bag).Write(files, CancellationToken.None);

        Assert.Equal(Count - 3, statistics.Records);
        Assert.Equal(
            [DataCodes.EmptyFile, DataCodes.NotAnImage, DataCodes.AccessDenied, DataCodes.BoxOutside, DataCodes.BoxOutside],
            _bag.Items.Select(item => item.Code));
        Assert.Equal(new BoundingBox(0, 2, 6, 9), Read(files[0].Path).Single(example => example.Frame == "images/06").Objects.Single().Box);
    }

    [Fact]
    public void A_cancelled_conversion_leaves_the_old_file()
    {
        var (files, _) = Convert(null, shards: 1);
        byte[] old = File.ReadAllBytes(files[0]);
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => new RecordConversion(_folder.Path, null, FaultPolicy.Skip, _bag).Write([(files[0], [])], cancellation.Token));

        Assert.Equal(old, File.ReadAllBytes(files[0]));
        Assert.False(File.Exists(files[0] + ".tmp"));
    }

    private (ImmutableArray<string> Files, RecordStatistics Statistics) Convert(ClassMapping? mapping, int shards)
    {
        var files = RecordFiles.Divide(_folder.File("out"), Partitions.Random(_images, image => image.Path, 25).Select(fold => (fold, shards)));
        var conversion = new RecordConversion(_folder.Path, mapping, FaultPolicy.Skip, _bag);
        var statistics = conversion.Write(files, CancellationToken.None);
        Assert.Equal(Count, conversion.Done);
        return ([.. files.Select(file => file.Path)], statistics);
    }

    private static IEnumerable<DetectionExample> Read(string file)
    {
        using var stream = File.OpenRead(file);
        foreach (byte[] record in TfRecordReader.Read(stream, file))
            yield return DetectionExample.FromExample(TrainExample.Parse(record));
    }
}
