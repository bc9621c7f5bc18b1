using Tao.Networks.RetinaNet;
using Tao.Networks.Ssd;
using Tao.Networks.Tests.Backbones;
using Tao.Specs;

namespace Tao.Networks.Tests.Detection;

public sealed class DetectorSchemaTests
{
    public static TheoryData<string, Type> Schemas => new() { { "SsdSchema", typeof(SsdSpec) }, { "RetinaNetSchema", typeof(RetinaNetSpec) } };

    /// <summary>The whole schema as one text to review against NVIDIA's.</summary>
    [Theory]
    [MemberData(nameof(Schemas))]
    public void The_schema_is_the_one_that_was_reviewed(string name, Type spec) => GoldenFile.Verify($"{name}.verified.txt", string.Join('\n', SpecHelp.Describe(spec)) + "\n");

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Every_field_has_NVIDIAs_number_or_says_that_it_is_not_NVIDIAs(string name, Type spec)
    {
        Assert.NotEmpty(name);
        Assert.All(SpecSchema.Describe(spec).AllFields(), field => Assert.True(field.Field.Attribute is { Number: > 0 } or { Extension: true }, field.Path));
    }
}
