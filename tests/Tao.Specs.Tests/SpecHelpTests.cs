namespace Tao.Specs.Tests;

public sealed class SpecHelpTests
{
    [Theory]
    [InlineData("name", " - name: string, required, read by Train")]
    [InlineData("count", " - count: uint32, >= 1 and <= 10, default 3, read by Train")]
    [InlineData("rate", " - rate: float, > 0 and < 1, default 0.5, read by Train")]
    [InlineData("kind", " - kind: enum, one of NO_REG|L1|LARGE, default NO_REG, read by Train")]
    [InlineData("slow", " - slow: uint32, oneof speed, read by Train")]
    [InlineData("evaluation", " - evaluation: SampleInner, required by Evaluate, read by Evaluate")]
    [InlineData("visualizer.num_images", " 2 visualizer.num_images: uint32, default 3. Images per TensorBoard record; 0 means 3.")]
    [InlineData("parallelism", " - parallelism: uint32, default 0, without effect (one device is used)")]
    [InlineData("old_head", " - old_head: bool, default false, retired (use 'mode')")]
    [InlineData("extra", " - extra: uint32, default 0, read by Train, extension")]
    public void A_line_says_everything_about_a_field(string path, string expected) =>
        Assert.Contains(expected, SpecHelp.Describe(typeof(SampleSpec)).Where(line => line.Contains($" {path}: ", StringComparison.Ordinal)));
}
