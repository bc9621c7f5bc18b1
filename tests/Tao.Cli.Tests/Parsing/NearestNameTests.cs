using Tao.Cli.Parsing;

namespace Tao.Cli.Tests.Parsing;

public sealed class NearestNameTests
{
    private static readonly string[] _names = ["classification", "retinanet", "ssd", "dssd", "yolo_v4"];

    [Theory]
    [InlineData("clasification", "classification")]
    [InlineData("Classification", "classification")]
    [InlineData("retniannet", "retinanet")]
    [InlineData("yolov4", "yolo_v4")]
    [InlineData("sdd", "ssd")]
    [InlineData("transformer", null)]
    [InlineData("x", null)]
    public void The_nearest_name_is_found_when_it_is_near(string word, string? expected) => Assert.Equal(expected, NearestName.Of(word, _names));
}
