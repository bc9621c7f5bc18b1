using Tao.Networks.MultitaskClassification;
using Tao.Networks.Tests.Backbones;
using Tao.Specs;

namespace Tao.Networks.Tests.MultitaskClassification;

public sealed class MultitaskClassificationSchemaTests
{
    /// <summary>The whole schema as one text to review against NVIDIA's.</summary>
    [Fact]
    public void The_schema_is_the_one_that_was_reviewed() =>
        GoldenFile.Verify("MultitaskClassificationSchema.verified.txt", string.Join('\n', SpecHelp.Describe(typeof(MultitaskClassificationSpec))) + "\n");

    [Fact]
    public void Every_field_has_NVIDIAs_number_or_says_that_it_is_not_NVIDIAs() => Assert.All(
        SpecSchema.Describe(typeof(MultitaskClassificationSpec)).AllFields(),
        field => Assert.True(field.Field.Attribute is { Number: > 0 } or { Extension: true } or { Retired: not null }, field.Path));
}
