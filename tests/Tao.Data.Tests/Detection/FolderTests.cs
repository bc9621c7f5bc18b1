using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Specs;
using Tao.Testing;

namespace Tao.Data.Tests.Detection;

/// <summary>KITTI's two folders, Pascal VOC's three and COCO's file.</summary>
public sealed class FolderTests : IDisposable
{
    private const string Car = "Car 0 0 0 1 2 30 40 0 0 0 0 0 0 0\n";

    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    private ScanReport Report => new(_bag, FaultPolicy.Skip);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Kitti_pairs_by_name_and_tells_what_has_no_partner()
    {
        foreach (string name in (string[])["b.png", "a.jpg", "lonely.png"])
            _folder.Write($"images/{name}", "");
        _folder.Write("labels/a.txt", Car + Car);
        _folder.Write("labels/b.txt", "");
        _folder.Write("labels/orphan.txt", Car);

        var images = KittiFolder.Read(_folder.File("images"), _folder.File("labels"), Report);

        Assert.Equal([("a.jpg", 2), ("b.png", 0)], images.Select(image => (Path.GetFileName(image.Path), image.Objects.Length)));
        Assert.Equal(
            [(DataCodes.PartnerMissing, "lonely.png"), (DataCodes.PartnerMissing, "orphan.txt")],
            _bag.Items.Select(item => (item.Code, Path.GetFileName(item.Location!.File))));
    }

    [Fact]
    public void A_thousand_empty_label_files_are_a_thousand_images_of_nothing()
    {
        for (int i = 0; i < 1000; i++)
        {
            _folder.Write($"images/{i:0000}.png", "");
            _folder.Write($"labels/{i:0000}.txt", "");
        }

        var images = KittiFolder.Read(_folder.File("images"), _folder.File("labels"), Report);

        Assert.Equal(1000, images.Length);
        Assert.All(images, image => Assert.Empty(image.Objects));
        Assert.Empty(_bag.Items);
    }

    [Fact]
    public void Missing_folders_are_reported_together()
    {
        Assert.Empty(KittiFolder.Read(_folder.File("images"), _folder.File("labels"), Report));
        Assert.Equal([DataCodes.FolderMissing, DataCodes.FolderMissing], _bag.Items.Select(item => item.Code));
    }

    [Fact]
    public void Voc_counts_pixels_from_one_and_edges_inside()
    {
        _folder.Write("ImageSets/Main/train.txt", "a\nb 1\n\nc\nd\n");
        _folder.Write("JPEGImages/a.jpg", "");
        _folder.Write("JPEGImages/other.jpg", "");
        _folder.Write("Annotations/a.xml", Voc("a.jpg", ("dog", 1, 1, 10, 20), ("", 1, 1, 2, 2), ("cat", 9, 5, 3, 6)));
        _folder.Write("Annotations/b.xml", Voc("other.jpg"));
        _folder.Write("Annotations/d.xml", Voc("nowhere.jpg"));

        var images = VocFolder.Read(_folder.Path, "train", Report);

        Assert.Equal(["a.jpg", "other.jpg"], images.Select(image => Path.GetFileName(image.Path)));
        var dog = Assert.Single(images[0].Objects);
        Assert.Equal(("dog", new BoundingBox(0, 0, 10, 20), 1), (dog.ClassName, dog.Box, dog.Occlusion));
        Assert.Equal(
            [(DataCodes.LabelLine, "a.xml", 6), (DataCodes.BoxWithoutArea, "a.xml", 9), (DataCodes.PartnerMissing, "train.txt", 4), (DataCodes.PartnerMissing, "d.xml", 1)],
            _bag.Items.Select(item => (item.Code, Path.GetFileName(item.Location!.File), item.Location.Line)));
    }

    [Theory]
    [InlineData("<annotation><object>")]
    [InlineData("no xml at all")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><annotation>&b;</annotation>")]
    public void An_annotation_that_is_no_plain_xml_is_reported(string text)
    {
        _folder.Write("ImageSets/Main/val.txt", "a\n");
        _folder.Write("Annotations/a.xml", text);

        Assert.Empty(VocFolder.Read(_folder.Path, "val", Report));
        Assert.Equal(DataCodes.LabelLine, Assert.Single(_bag.Items).Code);
    }

    [Fact]
    public void Coco_has_corners_and_sides()
    {
        _folder.Write("annotations.json", """
            {"images": [{"id": 7, "file_name": "a.jpg"}, {"id": 8, "file_name": "sub/b.jpg"}],
             "annotations": [
               {"id": 1, "image_id": 8, "category_id": 3, "bbox": [10, 20, 5, 6.5], "iscrowd": 1},
               {"id": 2, "image_id": 9, "category_id": 3, "bbox": [1, 1, 1, 1]},
               {"id": 3, "image_id": 8, "category_id": 4, "bbox": [1, 1, 1, 1]},
               {"id": 4, "image_id": 8, "category_id": 3, "bbox": [1, 1, -1, 1]},
               {"id": 5, "image_id": 8, "category_id": 3, "bbox": [1, 1]}],
             "categories": [{"id": 3, "name": "traffic light"}]}
            """);

        var images = CocoAnnotationFile.Read(_folder.File("annotations.json"), _folder.File("images"), Report);

        Assert.Equal([_folder.File("images/a.jpg"), _folder.File("images/sub/b.jpg")], images.Select(image => image.Path));
        Assert.Empty(images[0].Objects);
        var light = Assert.Single(images[1].Objects);
        Assert.Equal(("traffic light", new BoundingBox(10, 20, 15, 26.5f), true), (light.ClassName, light.Box, light.Difficult));
        Assert.Equal([DataCodes.LabelLine, DataCodes.LabelLine, DataCodes.BoxWithoutArea, DataCodes.LabelLine], _bag.Items.Select(item => item.Code));
        Assert.Contains("no image 9, which annotation 2 names", _bag.Items[0].Message, StringComparison.Ordinal);
        Assert.Contains("no category 4, which annotation 3 names", _bag.Items[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("{\"images\": []}", "not in COCO's format")]
    [InlineData("[]", "not in COCO's format")]
    public void A_file_that_is_not_cocos_is_refused(string text, string message)
    {
        _folder.Write("annotations.json", text);

        Assert.Empty(CocoAnnotationFile.Read(_folder.File("annotations.json"), _folder.Path, Report));
        var problem = Assert.Single(_bag.Items);
        Assert.Equal(DiagnosticSeverity.Error, problem.Severity);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    /// <summary>The whole of a real set, whose SOURCE.md gives the counts.</summary>
    [Fact]
    public void Blood_cells_are_counted_as_their_source_counts_them()
    {
        string? root = SharedData.Find("det_bccd_voc");
        Assert.SkipWhen(root is null, "The shared data is not there.");
        var images = VocFolder.Read(root!, "train", Report).Concat(VocFolder.Read(root!, "val", Report)).ToList();

        Assert.Equal(205 + 87, images.Count);
        Assert.Equal(["Platelets 292", "RBC 3350", "WBC 301"], ClassMapping.Count(images).Select(pair => $"{pair.Key} {pair.Value}"));
    }

    private static string Voc(string file, params (string Name, int X1, int Y1, int X2, int Y2)[] objects) =>
        $"<annotation>\n<filename>{file}</filename>\n" + string.Concat(objects.Select(o =>
            $"<object>\n<name>{o.Name}</name><difficult>1</difficult>\n<bndbox><xmin>{o.X1}</xmin><ymin>{o.Y1}</ymin><xmax>{o.X2}</xmax><ymax>{o.Y2}</ymax></bndbox></object>\n")) + "</annotation>";
}
