using Tao.Networks.Classification;
using Tao.Specs;

namespace Tao.Networks.Tests.Classification;

public sealed class ClassificationSchemaTests
{
    /// <summary>The whole schema as one text to review against NVIDIA's.</summary>
    [Fact]
    public void The_schema_is_the_one_that_was_reviewed()
    {
        var reviewed = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Classification", "ClassificationSchema.verified.txt"));

        Assert.Equal(reviewed.ReplaceLineEndings("\n").TrimEnd(), string.Join('\n', SpecHelp.Describe(typeof(ClassificationSpec))));
    }
}
