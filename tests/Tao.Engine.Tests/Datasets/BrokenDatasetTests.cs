using Tao.Engine.Stages;
using Tao.Engine.Tests.Stages;
using Tao.Imaging;
using Tao.Testing;

namespace Tao.Engine.Tests.Datasets;

/// <summary>Mistakes in data, each with its code, file and remedy; nothing is written, not even a folder.</summary>
public sealed class BrokenDatasetTests
{
    private const string Image = "data/train/class1/001.png";

    /// <summary>The mistake, its code, the file or folder that is named, and whether the default policy refuses it too.</summary>
    public static TheoryData<string, string, string, bool> Mistakes => new()
    {
        { "one class only", "TAO2002", "data/train", true },
        { "a class without images", "TAO2003", "data/train/class1", false },
        { "no images at all", "TAO2009", "data/train", true },
        { "an empty file", "TAO2010", Image, false },
        { "text in an image's name", "TAO2011", Image, false },
        { "a truncated image", "TAO2012", Image, false },
        { "a damaged image", "TAO2013", Image, false },
        { "a file of another kind", "TAO2008", "data/train/class1/notes.txt", false },
        { "a file beside the classes", "TAO2007", "data/train/stray.png", false },
        { "a JPEG named PNG", "TAO2016", Image, false },
        { "a class more in validation", "TAO2020", "data/val", true },
        { "another class in the test set", "TAO2020", "data/test", true },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_at_its_file(string mistake, string code, string file, bool always)
    {
        using var project = TinyProject.Create();
        Make(mistake, project);
        var request = project.Request(StageKind.ConvertDataset);

        var found = Mistake.Single(project, request.WithOption("fault_policy", "refuse"), code);
        Assert.Equal((project[file], 1), (found.Location!.File, found.Location.Line));
        Assert.False(Directory.Exists(project["obj"]));

        if (always)
        {
            Assert.Equal(found, Mistake.Single(project, request, code));
            return;
        }
        var run = TinyProject.Run(request);
        var warning = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Code == code);
        Assert.Equal(("warning", project[file]), (warning.Severity, warning.File));
    }

    /// <summary>The mistake, its code, the line of <c>classmap.json</c>.</summary>
    public static TheoryData<string, string, int> ClassMaps => new()
    {
        { "{\"class0\": 0,\n \"class1\" 1}", "TAO2004", 2 },
        { "[\"class0\", \"class1\"]", "TAO2004", 1 },
        { "{\"class0\": 0,\n \"class1\": 2}", "TAO2005", 2 },
        { "{\"class0\": 0,\n \"class1\": 0}", "TAO2005", 2 },
        { "{\"class0\": 0,\n \"class1\": 1,\n \"class2\": 2}", "TAO2006", 1 },
    };

    [Theory]
    [MemberData(nameof(ClassMaps))]
    public void A_mistake_in_a_class_map_is_reported_at_its_line(string map, string code, int line)
    {
        using var project = TinyProject.Create(trainPerClass: 1, otherPerClass: 1);
        project.Write("classmap.json", map);
        var found = Mistake.In(project, project.Request(StageKind.ConvertDataset).With("classmap", "classmap.json")).First(diagnostic => diagnostic.Code == code);
        Assert.Equal((project["classmap.json"], line), (found.Location!.File, found.Location.Line));
        Assert.NotNull(found.Remedy);
    }

    [Theory]
    [InlineData("train_dataset_path: \"data/train\"", "train_dataset_path: \"data/trian\"", "TAO2001", 6)]
    [InlineData("eval_dataset_path: \"data/test\"", "eval_dataset_path: \"data/tset\"", "TAO2001", 17)]
    [InlineData("  val_dataset_path: \"data/val\"\n", "", "TAO1024", 5)]
    public void A_folder_that_the_spec_names_wrongly_is_reported_at_the_line(string from, string to, string code, int line)
    {
        using var project = TinyProject.Create(trainPerClass: 1, otherPerClass: 1);
        project.EditSpec(from, to);
        var found = Mistake.Single(project, project.Request(StageKind.ConvertDataset), code);
        Assert.Equal((project[TinyProject.SpecFile], line), (found.Location!.File, found.Location.Line));
    }

    [Fact]
    public void A_folder_that_the_request_names_wrongly_is_named()
    {
        using var project = TinyProject.Create(trainPerClass: 1, otherPerClass: 1);
        var found = Mistake.Single(project, project.Request(StageKind.ConvertDataset).WithOption("train_dataset_path", "data/none"), "TAO2001");
        Assert.Equal(project["data/none"], found.Location!.File);
    }

    [Fact]
    public void An_unknown_policy_is_refused()
    {
        using var project = TinyProject.Create(trainPerClass: 1, otherPerClass: 1);
        var found = Mistake.Single(project, project.Request(StageKind.ConvertDataset).WithOption("fault_policy", "ignore"), EngineCodes.BadOption);
        Assert.Contains("skip, refuse", found.Remedy);
    }

    [Fact]
    public void A_damaged_dataset_file_is_reported()
    {
        using var project = TinyProject.Create(trainPerClass: 2, otherPerClass: 1);
        project.Run(StageKind.ConvertDataset);
        project.Write("obj/tao/ConvertDataset/dataset.json", "{ \"version\": 1, ");
        var found = Mistake.Single(project, project.Request(StageKind.Train), "TAO2021");
        Assert.Equal(project["obj/tao/ConvertDataset/dataset.json"], found.Location!.File);
    }

    [Fact]
    public void Skipped_files_are_not_counted()
    {
        using var project = TinyProject.Create();
        Make("a truncated image", project);
        Assert.Equal(11, project.Run(StageKind.ConvertDataset).Result.Metrics["images/Train"]);
    }

    [Fact]
    public void Images_that_are_in_two_splits_are_warned_of()
    {
        using var project = TinyProject.Create(trainPerClass: 2, otherPerClass: 1);
        project.Write("data/val/class0/twin.png", project.Bytes("data/train/class0/000.png"));
        var warning = Assert.Single(project.Run(StageKind.ConvertDataset).Diagnostics);
        Assert.Equal(("TAO2022", project["data/val/class0/twin.png"]), (warning.Code, warning.File));
    }

    private static void Make(string mistake, TinyProject project)
    {
        byte[] image = project.Bytes(Image);
        switch (mistake)
        {
            case "one class only": Directory.Delete(project["data/train/class1"], recursive: true); break;
            case "a class without images": Empty(project["data/train/class1"]); break;
            case "no images at all": Empty(project["data/train/class0"]); Empty(project["data/train/class1"]); break;
            case "an empty file": project.Write(Image, ""); break;
            case "text in an image's name": project.Write(Image, "This is no image, whatever its name says."); break;
            case "a truncated image": project.Write(Image, image[..(image.Length / 2)]); break;
            case "a damaged image": project.Write(Image, [.. image[..60], .. image[60..80].Select(value => (byte)~value), .. image[80..]]); break;
            case "a file of another kind": project.Write("data/train/class1/notes.txt", "Taken in May."); break;
            case "a file beside the classes": project.Write("data/train/stray.png", ImageCodec.EncodePng(TinyImages.Draw(0, 80))); break;
            case "a JPEG named PNG": project.Write(Image, ImageCodec.EncodeJpeg(TinyImages.Draw(1, 81), 95)); break;
            case "a class more in validation": project.Draw("data/val", 3, 85, 1); break;
            case "another class in the test set": Directory.Move(project["data/test/class1"], project["data/test/klass1"]); break;
        }
    }

    private static void Empty(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
            File.Delete(file);
    }
}
