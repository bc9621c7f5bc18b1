using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Conversion;
using Tao.Data.Detection;
using Tao.Data.Records;
using Tao.Imaging;
using Tao.Specs;
using Tao.Testing;

namespace Tao.Data.Tests.Detection;

/// <summary>Labelled folders, files and records, as the data of training.</summary>
public sealed class BoxDatasetScannerTests : IDisposable
{
    private static readonly ClassMapping _mapping = new([new("car", "car"), new("van", "car"), new("person", "person")], null);

    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_flaw_of_a_Kitti_folder_is_told_and_the_rest_is_kept()
    {
        Draw("images/0.png", Kitti("Car", 1, 2, 8, 9) + Kitti("PERSON", 3, 3, 900, 9) + Kitti("DontCare", 0, 0, 5, 5));
        Draw("images/1.png", Kitti("van", 8, 2, 1, 9) + Kitti("car", 500, 500, 600, 600) + "person 0 1 0 1 1 5 5 0 0 0 0 0 0 0\n");
        _folder.Write("images/2.png", "");
        _folder.Write("labels/2.txt", Kitti("car", 1, 1, 5, 5));
        _folder.Write("labels/3.txt", Kitti("car", 1, 1, 5, 5));
        Draw("images/4.png", "");

        var dataset = Scan(BoxSource.Recognize(_folder.Path, SplitRole.Train)!);

        Assert.True(dataset.LabelsBoxes);
        Assert.Equal(["car", "person"], Assert.Single(dataset.LabelSets).Classes);
        Assert.Equal(["0.png", "1.png", "4.png"], dataset.Samples.Select(sample => sample.RelativePath));
        Assert.Equal([1, 2], dataset.CountByClass());
        Assert.Equal(
            [new GroundTruthBox(0, new BoundingBox(1, 2, 8, 9)), new GroundTruthBox(1, new BoundingBox(3, 3, dataset.Samples[0].Width, 9))],
            dataset.Samples[0].Boxes);
        Assert.Equal([new GroundTruthBox(1, new BoundingBox(1, 1, 5, 5), Difficult: true)], dataset.Samples[1].Boxes);
        Assert.Empty(dataset.Samples[2].Boxes);
        Assert.Equal(
            [
                (DataCodes.BoxWithoutArea, "1.txt", 1), (DataCodes.PartnerMissing, "3.txt", 1), (DataCodes.BoxOutside, "0.txt", 2), (DataCodes.BoxOutside, "1.txt", 2),
                (DataCodes.EmptyFile, "2.png", 1),
            ],
            _bag.Items.Where(item => item.Location is not null).Select(item => (item.Code, Path.GetFileName(item.Location!.File), item.Location.Line)));
        Assert.Equal(2, _bag.Items.Count(item => item.Code == DataCodes.ClassSpelling));
        Assert.False(_bag.HasErrors);
    }

    [Fact]
    public void A_class_without_objects_stops_training_and_is_a_warning_of_other_data()
    {
        Draw("images/0.png", Kitti("car", 1, 2, 8, 9));
        var source = BoxSource.Recognize(_folder.Path, SplitRole.Train)!;

        Scan(source, mustHaveAll: false);
        Assert.False(_bag.HasErrors);
        Assert.Contains(_bag.Items, item => item.Code == DataCodes.ClassAbsent && item.Message.Contains("car 1", StringComparison.Ordinal));

        Scan(source);
        Assert.True(_bag.HasErrors);
    }

    [Fact]
    public void Several_sources_are_one_dataset_below_their_common_folder()
    {
        Draw("a/images/0.png", Kitti("car", 1, 2, 8, 9));
        Draw("b/images/0.png", Kitti("person", 1, 2, 8, 9), seed: 1);

        var dataset = Scan(BoxSource.Recognize(_folder.File("a"), SplitRole.Train)!, BoxSource.Recognize(_folder.File("b"), SplitRole.Train)!);

        Assert.Equal(_folder.Path, dataset.Root);
        Assert.Equal(["a/images/0.png", "b/images/0.png"], dataset.Samples.Select(sample => sample.RelativePath));
        Assert.False(_bag.HasErrors);
    }

    [Fact]
    public void The_records_of_a_folder_give_its_images_and_boxes()
    {
        for (int i = 0; i < 6; i++)
            Draw($"images/{i}.png", Kitti("Van", 1 + (i / 2f), 2, 8, 9) + Kitti("person", 2, 2, 9, 10), seed: i);
        var folder = BoxSource.Recognize(_folder.Path, SplitRole.Train)!;
        var images = KittiFolder.Read(folder.Images, folder.Labels, new ScanReport(_bag, FaultPolicy.Refuse));
        var files = RecordFiles.Divide(_folder.File("records/train"), [(images, 2)]);
        new RecordConversion(_folder.Path, _mapping, FaultPolicy.Refuse, _bag).Write([.. files], CancellationToken.None);
        var source = new BoxSource(BoxFormat.Records, _folder.File("unpacked"), _folder.File("records/train*"));

        var (direct, unpacked) = (Scan(folder), Scan(source));
        var again = Scan(source);

        Assert.Equal(direct.Samples.Select(sample => sample.Sha256), unpacked.Samples.Select(sample => sample.Sha256));
        Assert.All(direct.Samples.Zip(unpacked.Samples), pair => Assert.All(pair.First.Boxes.Zip(pair.Second.Boxes), boxes =>
        {
            Assert.Equal(boxes.First.Class, boxes.Second.Class);
            Assert.Equal(boxes.First.Box.X1, boxes.Second.Box.X1, 1e-4);
            Assert.Equal(boxes.First.Box.Y2, boxes.Second.Box.Y2, 1e-4);
        }));
        Assert.Equal(unpacked.ContentHash(), again.ContentHash());
        Assert.False(_bag.HasErrors);
    }

    [Fact]
    public void Records_that_hold_no_image_or_are_damaged_are_told()
    {
        Draw("images/0.png", Kitti("car", 1, 2, 8, 9));
        var folder = BoxSource.Recognize(_folder.Path, SplitRole.Train)!;
        var images = KittiFolder.Read(folder.Images, folder.Labels, new ScanReport(_bag, FaultPolicy.Refuse));
        string file = _folder.File("records/train");
        new RecordConversion(_folder.Path, null, FaultPolicy.Refuse, _bag).Write([(file, images)], CancellationToken.None);

        Scan(new BoxSource(BoxFormat.Records, _folder.File("unpacked"), file));
        Assert.Contains(_bag.Items, item => item.Code == DataCodes.PartnerMissing && item.Message.Contains("images/0", StringComparison.Ordinal));

        byte[] bytes = File.ReadAllBytes(file);
        bytes[20] ^= 1;
        File.WriteAllBytes(file, bytes);
        Scan(new BoxSource(BoxFormat.Records, _folder.File("unpacked"), file));
        Assert.Contains(_bag.Items, item => item.Code == DataCodes.RecordDamaged && item.Location!.File == file);
    }

    [Fact]
    public void A_record_of_something_else_is_told_with_its_number()
    {
        string file = _folder.File("train");
        using (var stream = File.Create(file))
            new TfRecordWriter(stream).Write("no example"u8);

        Scan(new BoxSource(BoxFormat.Records, _folder.File("unpacked"), file));

        Assert.Contains(_bag.Items, item => item.Code == DataCodes.RecordDamaged && item.Message.StartsWith("Record 1 ", StringComparison.Ordinal) && item.Location!.File == file);
    }

    [Fact]
    public void A_path_is_recognized_by_what_it_holds()
    {
        _folder.Write("voc/ImageSets/Main/val.txt", "");
        _folder.Write("coco/images/0.png", "");
        _folder.Write("coco/all.json", "{}");
        _folder.Write("other/0.png", "");

        Assert.Equal(new BoxSource(BoxFormat.PascalVoc, _folder.File("voc"), "val"), BoxSource.Recognize(_folder.File("voc"), SplitRole.Validation));
        Assert.Equal(new BoxSource(BoxFormat.Coco, _folder.File("coco/images"), _folder.File("coco/all.json")), BoxSource.Recognize(_folder.File("coco/all.json"), SplitRole.Test));
        Assert.Null(BoxSource.Recognize(_folder.File("other"), SplitRole.Train));
    }

    [Fact]
    public void The_blood_cells_have_the_objects_that_their_labels_count()
    {
        string root = SharedData.Find("det_bccd_voc") ?? "";
        Assert.SkipWhen(root.Length == 0, "The shared data are not here.");
        var cells = new ClassMapping([new("RBC", "rbc"), new("WBC", "wbc"), new("Platelets", "platelets")], null);

        var dataset = BoxDatasetScanner.Scan([BoxSource.Recognize(root, SplitRole.Train)!], cells, mustHaveAll: true, FaultPolicy.Skip, _bag, CancellationToken.None);

        Assert.False(_bag.HasErrors);
        Assert.Equal(File.ReadLines(Path.Combine(root, "ImageSets", "Main", "train.txt")).Count(line => line.Trim().Length > 0), dataset.Samples.Length);
        Assert.All(dataset.CountByClass(), count => Assert.True(count > 0));
    }

    private ImageDataset Scan(params ImmutableArray<BoxSource> sources) => Scan(sources, mustHaveAll: true);

    private ImageDataset Scan(BoxSource source, bool mustHaveAll) => Scan([source], mustHaveAll);

    private ImageDataset Scan(ImmutableArray<BoxSource> sources, bool mustHaveAll) =>
        BoxDatasetScanner.Scan(sources, _mapping, mustHaveAll, FaultPolicy.Skip, _bag, CancellationToken.None);

    private void Draw(string image, string labels, int? seed = null)
    {
        int own = seed ?? Path.GetFileNameWithoutExtension(image)[0] - '0';
        _folder.Write(image, ImageCodec.EncodePng(TinyImages.Draw(own % 2, own)));
        _folder.Write(Path.ChangeExtension(image.Replace("images", "labels", StringComparison.Ordinal), ".txt"), labels);
    }

    private static string Kitti(string name, float x1, float y1, float x2, float y2) => FormattableString.Invariant($"{name} 0 0 0 {x1} {y1} {x2} {y2} 0 0 0 0 0 0 0\n");
}
