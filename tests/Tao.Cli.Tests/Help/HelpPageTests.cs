using System.Runtime.CompilerServices;

namespace Tao.Cli.Tests.Help;

/// <summary>Every help page is a text file in <c>Pages</c>; with <c>TAO_UPDATE_GOLDENS=1</c> the test writes them.</summary>
public sealed class HelpPageTests
{
    private static readonly bool _update = Environment.GetEnvironmentVariable("TAO_UPDATE_GOLDENS") == "1";

    [Theory]
    [InlineData("tao", "")]
    [InlineData("tao-classification", "classification")]
    [InlineData("tao-classification-train", "classification train")]
    [InlineData("tao-classification-evaluate", "classification evaluate")]
    [InlineData("tao-classification-prune", "classification prune")]
    [InlineData("tao-classification-export", "classification export")]
    [InlineData("tao-classification-calibrate", "classification calibrate")]
    [InlineData("tao-classification-inference", "classification inference")]
    [InlineData("tao-ssd", "ssd")]
    [InlineData("tao-ssd-dataset_convert", "ssd dataset_convert")]
    [InlineData("tao-ssd-train", "ssd train")]
    [InlineData("tao-ssd-export", "ssd export")]
    [InlineData("tao-ssd-inference", "ssd inference")]
    [InlineData("tao-augment", "augment")]
    [InlineData("tao-spec", "spec")]
    [InlineData("tao-spec-check", "spec check")]
    [InlineData("tao-spec-explain", "spec explain")]
    [InlineData("tao-explain", "explain")]
    [InlineData("tao-list", "list")]
    [InlineData("tao-stop", "stop")]
    [InlineData("tao-gc", "gc")]
    [InlineData("tao-logs", "logs")]
    [InlineData("tao-info", "info")]
    [InlineData("tao-doctor", "doctor")]
    [InlineData("tao-help", "help")]
    [InlineData("tao-exec", "exec")]
    public void The_page_is_as_reviewed(string page, string command)
    {
        using var world = new CliWorld();
        var code = world.Tao([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        var file = Path.Combine(Folder(), page + ".txt");
        if (_update)
            File.WriteAllText(file, world.Output);

        Assert.Equal(0, code);
        Assert.Equal(File.ReadAllText(file), world.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void No_line_is_longer_than_100_characters() =>
        Assert.All(Directory.GetFiles(Folder(), "*.txt"), file => Assert.All(File.ReadAllLines(file), line => Assert.True(line.Length <= 100, $"{file}: {line}")));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Pages");
}
