using Tao.Engine.Fingerprints;

namespace Tao.Engine.Tests.Fingerprints;

public sealed class FingerprintBuilderTests
{
    [Fact]
    public void Leaves_of_a_spec_stand_under_their_paths()
    {
        var builder = new FingerprintBuilder();
        builder.AddJson("spec", """{ "a": { "b": [1, { "c": "x" }], "d": true }, "e": 0.5 }""");
        Assert.Equal(
            ["spec.a.b[0]=1", "spec.a.b[1].c=x", "spec.a.d=True", "spec.e=0.5"],
            builder.Inputs.Select(input => $"{input.Key}={input.Value}"));
    }

    [Fact]
    public void The_order_of_adding_does_not_count_and_every_value_does()
    {
        Assert.Equal(Hash(("a", "1"), ("b", "2")), Hash(("b", "2"), ("a", "1")));
        Assert.NotEqual(Hash(("a", "1"), ("b", "2")), Hash(("a", "2"), ("b", "1")));
        // A value that looks like another input must not be taken for one.
        Assert.NotEqual(Hash(("a", "1\nb=1:2")), Hash(("a", "1"), ("b", "2")));
    }

    private static string Hash(params (string Name, string Value)[] inputs)
    {
        var builder = new FingerprintBuilder();
        foreach (var (name, value) in inputs)
            builder.Add(name, value);
        return builder.Compute();
    }
}
