using System.Reflection;
using Tao.Engine.Pretrained;
using Tao.Specs;

namespace Tao.Engine.Tests.Pretrained;

public sealed class WeightErrorsTests
{
    [Fact]
    public void Every_code_is_explained_in_the_catalogue()
    {
        var codes = typeof(WeightErrors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!).ToList();
        Assert.Equal(10, codes.Distinct().Count());
        Assert.All(codes, code => Assert.NotNull(DiagnosticCatalog.Find(code)));
    }
}
