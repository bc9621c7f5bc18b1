using System.Collections.Immutable;
using Tao.Engine.Fingerprints;

namespace Tao.Engine.Tests.Fingerprints;

public sealed class FingerprintDifferenceTests
{
    [Fact]
    public void Three_differences_are_told_and_the_rest_counted()
    {
        var lines = FingerprintDifference.Lines(
            Inputs(("a", "1"), ("b", "x"), ("c", "same"), ("gone", "0"), ("z", "1")),
            Inputs(("a", "2"), ("b", "y"), ("c", "same"), ("new", "5"), ("z", "2")),
            most: 3);
        Assert.Equal(["a: 1 -> 2", "b: x -> y", "gone: 0 -> (none)", "and 2 more"], lines);
    }

    [Fact]
    public void Hashes_are_shortened_and_long_texts_are_not()
    {
        string hash = string.Concat(Enumerable.Repeat("0123456789abcdef", 4)), words = new('w', 64);
        Assert.Equal([$"model: {words} -> 01234567"], FingerprintDifference.Lines(Inputs(("model", words)), Inputs(("model", hash)), most: 3));
    }

    private static ImmutableSortedDictionary<string, string> Inputs(params (string Name, string Value)[] inputs) =>
        inputs.ToImmutableSortedDictionary(input => input.Name, input => input.Value, StringComparer.Ordinal);
}
