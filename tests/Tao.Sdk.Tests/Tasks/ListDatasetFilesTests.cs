using Microsoft.Build.Utilities;
using Tao.Sdk.Tasks;
using Tao.Testing;

namespace Tao.Sdk.Tests.Tasks;

public sealed class ListDatasetFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingBuildEngine _log = new();

    public ListDatasetFilesTests()
    {
        _folder.Write("data/cat/1.png", "one");
        _folder.Write("data/dog/2.png", "two");
        Assert.True(Task("data").Execute());
    }

    private string Listing => Path.Combine(_folder.Path, "obj/dataset.listing");

    [Theory]
    [InlineData("nothing", false)]
    [InlineData("add", true)]
    [InlineData("remove", true)]
    [InlineData("change", true)]
    [InlineData("touch", true)]
    public void The_listing_changes_with_the_files(string change, bool expected)
    {
        string before = File.ReadAllText(Listing);
        string image = Path.Combine(_folder.Path, "data/cat/1.png");
        switch (change)
        {
            case "add":
                _folder.Write("data/cat/3.png", "three");
                break;
            case "remove":
                File.Delete(image);
                break;
            case "change":
                File.WriteAllText(image, "longer");
                break;
            case "touch":
                File.SetLastWriteTimeUtc(image, File.GetLastWriteTimeUtc(image).AddMinutes(1));
                break;
        }

        Assert.True(Task("data").Execute());
        Assert.Equal(expected, before != File.ReadAllText(Listing));
    }

    [Fact]
    public void Without_a_declared_folder_there_is_no_listing()
    {
        Assert.True(Task().Execute());
        Assert.False(File.Exists(Listing));
        Directory.Delete(Path.GetDirectoryName(Listing)!);
        Assert.True(Task().Execute());
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error()
    {
        Assert.False(Task("data", "no such folder").Execute());
        Assert.Contains("no such folder", Assert.Single(_log.Errors).Message);
    }

    public void Dispose() => _folder.Dispose();

    private ListDatasetFiles Task(params string[] folders) => new()
    {
        BuildEngine = _log,
        ProjectDirectory = _folder.Path,
        Datasets = [.. folders.Select(folder => new TaskItem(folder, new Dictionary<string, string> { ["Role"] = "train" }))],
        ListingFile = Listing,
    };
}
