using System.Text;
using Tao.Data.Classification;
using Tao.Specs;

namespace Tao.Data.Tests.Classification;

public sealed class ClassMapTests
{
    private readonly DiagnosticBag _bag = new();

    [Fact]
    public void The_numbers_give_the_order()
    {
        Assert.Equal(["zebra", "ant", "bee"], Parse("""{"ant": 1, "bee": 2, "zebra": 0}""")!.Classes);
        Assert.Empty(_bag.Items);
    }

    [Theory]
    [InlineData("{\n  \"a\": 0,\n  \"b\": 2\n}", DataCodes.ClassMapIndex, 3, 3)]
    [InlineData("{\n  \"a\": 0,\n  \"b\": -1\n}", DataCodes.ClassMapIndex, 3, 3)]
    [InlineData("{\n  \"a\": 0,\n  \"b\": 0\n}", DataCodes.ClassMapIndex, 3, 3)]
    [InlineData("{\n  \"a\": 0,\n  \"a\": 1\n}", DataCodes.ClassMapIndex, 3, 3)]
    [InlineData("{ \"a\": \"0\" }", DataCodes.ClassMapIndex, 1, 3)]
    [InlineData("{ \"a\": [0, {}], \"b\": 1.5 }", DataCodes.ClassMapIndex, 1, 3)]
    [InlineData("[\"a\"]", DataCodes.ClassMapUnreadable, 1, 1)]
    [InlineData("{ \"a\": 0,\n oops", DataCodes.ClassMapUnreadable, 2, 2)]
    public void A_wrong_map_is_an_error_at_its_place(string json, string code, int line, int column)
    {
        Assert.Null(Parse(json));
        var first = _bag.Items[0];
        Assert.Equal((code, DiagnosticSeverity.Error), (first.Code, first.Severity));
        Assert.Equal(new SourceLocation("map.json", line, column), first.Location);
        Assert.NotNull(first.Remedy);
    }

    [Fact]
    public void A_missing_file_is_an_error()
    {
        Assert.Null(ClassMap.Read("/nowhere/map.json", _bag));
        Assert.Equal(DataCodes.ClassMapUnreadable, Assert.Single(_bag.Items).Code);
    }

    private ClassMap? Parse(string json) => ClassMap.Parse(Encoding.UTF8.GetBytes(json), "map.json", _bag);
}
