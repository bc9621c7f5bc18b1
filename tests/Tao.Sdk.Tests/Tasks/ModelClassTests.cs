using System.Text.Json;
using Tao.Sdk.Tasks.Classes;

namespace Tao.Sdk.Tests.Tasks;

public sealed class ModelClassTests
{
    [Theory]
    [InlineData("ssd", "Ssd")]
    [InlineData("blood-cells 2", "BloodCells2")]
    [InlineData("möwe", "Möwe")]
    [InlineData("3d", "_3d")]
    [InlineData("class", "Class")]
    [InlineData("---", "_")]
    [InlineData("a.b_c", "ABC")]
    public void Names_become_names_of_CSharp(string text, string expected) => Assert.Equal(expected, CSharpName.Of(text));

    [Fact]
    public void Equal_names_get_numbers() => Assert.Equal(["Car", "Car2", "Car3", "_"], CSharpName.Distinct(["car", "Car", "-car", "!"]));

    [Fact]
    public void Classes_keep_their_order_and_their_own_names()
    {
        string code = Write("detection", """[{"name":"","classes":["traffic light","a\"b\\"]}]""");

        Assert.Contains("public enum TinyLabel\n{\n    /// <summary>traffic light</summary>\n    TrafficLight,\n", code);
        Assert.Contains("""Labels = [["traffic light", "a\"b\\"]],""", code);
        Assert.Contains("public sealed class Tiny : DetectionModel<TinyLabel>", code);
        Assert.Contains(": base(ModelDescription, 0.25f, options)", code);
        Assert.Contains("[0.5f, 1f, 2E-05f]", code);
    }

    [Fact]
    public void Several_questions_have_one_answer()
    {
        string code = Write("classification", """[{"name":"kind","classes":["a","b"]},{"name":"place","classes":["left"]}]""");

        Assert.Contains("public sealed record TinyAnswer(Classification<TinyKindLabel> Kind, Classification<TinyPlaceLabel> Place);", code);
        Assert.Contains("new(Classify<TinyKindLabel>(outputs, 0), Classify<TinyPlaceLabel>(outputs, 1));", code);
    }

    private static string Write(string task, string labelSets)
    {
        using var model = JsonDocument.Parse(
            $$$"""
            {"network":"n","task":"{{{task}}}","file":"model.onnx","sha256":"00","labelSets":{{{labelSets}}},
             "input":{"width":8,"height":4,"order":"Rgb","scale":[0.5,1,0.00002],"offset":[0,0,0],"interpolation":"Bilinear","centerCrop":false}}
            """);
        return new ModelClass("Tiny", "My.Models", 0.25).Write(model.RootElement);
    }
}
