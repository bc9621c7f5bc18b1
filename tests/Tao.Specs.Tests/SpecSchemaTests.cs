using Tao.Specs.Common;

namespace Tao.Specs.Tests;

public sealed class SpecSchemaTests
{
    private static readonly SpecSchema _schema = SpecSchema.Describe(typeof(SampleSpec));

    [Theory]
    [InlineData("count", "uint32", ">= 1 and <= 10")]
    [InlineData("offset", "int32", null)]
    [InlineData("rate", "float", "> 0 and < 1")]
    [InlineData("limit", "double", null)]
    [InlineData("enabled", "bool", null)]
    [InlineData("kind", "enum", null)]
    [InlineData("blocks", "repeated uint32", "<= 9")]
    [InlineData("means", "map<string, float>", null)]
    [InlineData("inner", "SampleInner", null)]
    [InlineData("inners", "repeated SampleInner", null)]
    [InlineData("slow", "uint32", null)]
    public void Fields_are_described_as_protobuf_names_them(string name, string type, string? range)
    {
        var field = _schema.Find(name)!;

        Assert.Equal((type, range), (field.TypeName, field.RangeText));
    }

    [Fact]
    public void Allowed_values_and_defaults_are_known()
    {
        Assert.Equal(["NO_REG", "L1", "LARGE"], _schema.Find("kind")!.AllowedValues);
        Assert.Equal(["caffe", "tf", "torch"], _schema.Find("mode")!.AllowedValues);
        Assert.Equal(3u, _schema.Find("count")!.Default);
    }

    [Fact]
    public void A_message_that_holds_itself_is_listed_once_a_level()
    {
        var paths = _schema.AllFields().Select(item => item.Path).ToList();

        Assert.Contains("inner.deeper.width", paths);
        Assert.DoesNotContain("inner.deeper.deeper.deeper.width", paths);
    }

    [Fact]
    public void A_type_without_the_attribute_is_a_bug() => Assert.Throws<ArgumentException>(() => SpecSchema.Describe(typeof(string)));

    [Theory]
    [InlineData(typeof(VisualizerConfig), "enabled:bool num_images:uint32 weight_histograms:bool wandb_config:WandBConfig clearml_config:ClearMLConfig")]
    [InlineData(typeof(WandBConfig), "enabled:bool key:string project:string entity:string reinit:bool name:string tags:repeated string wandb_dir:string notes:string mode:enum")]
    [InlineData(typeof(ClearMLConfig), "project:string task:string tags:repeated string reuse_last_task_id:bool continue_last_task:bool deferred_init:bool")]
    [InlineData(typeof(EarlyStopping), "monitor:string min_delta:float patience:uint32")]
    [InlineData(typeof(ClassWeightingConfig), "class_weighting:map<string, float> enable_auto:bool")]
    public void The_shared_messages_are_TAOs(Type type, string fields)
    {
        var schema = SpecSchema.Describe(type);

        Assert.Equal(fields, string.Join(' ', schema.Fields.Select(field => $"{field.Name}:{field.TypeName}")));
        Assert.Equal(Enumerable.Range(1, schema.Fields.Length), schema.Fields.Select(field => field.Attribute.Number));
    }
}
