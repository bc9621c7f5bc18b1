namespace Tao.Specs.Tests;

[SpecMessage("SampleInner")]
public sealed record SampleInner
{
    [SpecField("width", Min = 1)]
    public uint Width { get; init; } = 7;

    [SpecField("learning_rate")]
    public float LearningRate { get; init; }

    [SpecField("path", Path = true)]
    public string Path { get; init; } = "";

    [SpecField("deeper")]
    public SampleInner? Deeper { get; init; }
}
