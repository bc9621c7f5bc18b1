using System.Globalization;
using Tao.Engine.IO;

namespace Tao.Engine.Tests.IO;

public sealed class CsvTextTests
{
    [Fact]
    public void Fields_are_quoted_where_they_must_be() => Assert.Equal(
        "path,class\n\"a,b.png\",\"the \"\"big\"\" one\"\n", CsvText.Of([["path", "class"], ["a,b.png", "the \"big\" one"]]));

    [Fact]
    public void Numbers_have_a_point_everywhere_and_read_back()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal("0.1", CsvText.Number(0.1));
            Assert.Equal(1.0 / 3, double.Parse(CsvText.Number(1.0 / 3), CultureInfo.InvariantCulture));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
