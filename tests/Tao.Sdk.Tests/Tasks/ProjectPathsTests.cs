using Tao.Sdk.Tasks.Files;

namespace Tao.Sdk.Tests.Tasks;

public sealed class ProjectPathsTests
{
    [Theory]
    [InlineData("data/train", "data/train")]
    [InlineData("/home/me/my model/data", "data")]
    [InlineData("../shared", "../shared")]
    [InlineData("/data/images", "/data/images")]
    [InlineData("/home/me/my model", ".")]
    public void Portable_keeps_only_places_of_the_machine_absolute(string path, string expected) =>
        Assert.Equal(expected, new ProjectPaths("/home/me/my model/").Portable(path));
}
