namespace Tao.Specs.Tests;

public sealed class SpecFingerprintTests
{
    private const string _text = "name: 'x' count: 4 means { key: 'r' value: 0.1 } means { key: 'g' value: 2 } inner { width: 2 } evaluation { width: 5 } n_workers: 8";

    private static SampleSpec Bind(string text, SpecFormat format = SpecFormat.ProtobufText)
    {
        var bag = new DiagnosticBag();
        var bound = SpecBinder.Bind<SampleSpec>(SpecReader.Parse(text, "s.txt", format, bag), bag);
        bag.ThrowIfErrors();
        return bound.Value;
    }

    private static string Canonical(string text, SpecStages stage, SpecFormat format = SpecFormat.ProtobufText) => SpecFingerprint.Canonical(Bind(text, format), stage);

    [Fact]
    public void A_stage_sees_the_fields_it_reads_with_their_defaults()
    {
        Assert.Equal(
            """{"blocks":[],"count":4,"enabled":false,"extra":0,"inner":{"learning_rate":0,"width":2},"inner_by_name":{},"inners":[],"kind":"NO_REG","limit":0,"means":{"g":2,"r":0.1},"mode":"caffe","name":"x","rate":0.5}""",
            Canonical(_text, SpecStages.Train));
        Assert.Equal("""{"evaluation":{"learning_rate":0,"width":5},"offset":0}""", Canonical(_text, SpecStages.Evaluate));
        Assert.Equal("{}", Canonical(_text, SpecStages.Prune));
    }

    [Theory]
    [InlineData("# comment\nname: 'x' count: 4 means { key: 'r' value: 0.1 } means { key: 'g' value: 2 } inner { width: 2 } evaluation { width: 5 } n_workers: 8")]
    [InlineData("n_workers: 8 evaluation < width: 5 > inner: { width: 2 } means { key: 'g' value: 2 } means { value: .1 key: 'r' } count: 4 name: 'x'")]
    [InlineData("name: 'x' rate: 0.5 mode: 'CAFFE' enabled: false count: 0x4 means { key: 'r' value: 1e-1 } means { key: 'g' value: 2 } inner { width: 2 learning_rate: 0 } evaluation { width: 5 } n_workers: 8")]
    [InlineData("name: 'x' count: 4 means { key: 'r' value: 0.1 } means { key: 'g' value: 2 } inner { width: 2 } evaluation { width: 6 } n_workers: 1 visualizer { enabled: true }")]
    public void Comments_order_explicit_defaults_and_other_stages_fields_change_nothing(string text) =>
        Assert.Equal(Canonical(_text, SpecStages.Train), Canonical(text, SpecStages.Train));

    [Fact]
    public void The_language_changes_nothing() =>
        Assert.Equal(
            Canonical(_text, SpecStages.Train),
            Canonical("name: x\ncount: 4\nmeans: {r: 0.1, g: 2}\ninner: {width: 2}\nevaluation: {width: 5}", SpecStages.Train, SpecFormat.Yaml));

    [Theory]
    [InlineData("name: 'y'")]
    [InlineData("count: 5")]
    [InlineData("limit: inf")]
    [InlineData("means { key: 'r' value: 0.2 }")]
    [InlineData("means { key: 'l' value: 0 }")]
    [InlineData("inner { width: 3 }")]
    [InlineData("inner { deeper { } }")]
    [InlineData("fast { }")]
    [InlineData("slow: 0")]
    [InlineData("blocks: 1")]
    [InlineData("inners { }")]
    public void What_a_stage_reads_changes_its_text(string change) =>
        Assert.NotEqual(Canonical(_text, SpecStages.Train), Canonical($"{_text} {change}", SpecStages.Train));
}
