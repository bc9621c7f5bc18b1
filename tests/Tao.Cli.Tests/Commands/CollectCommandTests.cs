using Tao.Engine.Stages;

namespace Tao.Cli.Tests.Commands;

public sealed class CollectCommandTests : IDisposable
{
    private readonly CliWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("gc --max-size 20XB", "--max-size cannot be '20XB'. Write 20GB, 500MiB or a number of bytes.")]
    [InlineData("gc --max-size -1GB", "--max-size cannot be '-1GB'.")]
    [InlineData("gc --older-than 30", "--older-than cannot be '30'. Write 12h, 30d or 8w.")]
    public void A_bad_amount_is_refused(string arguments, string expected)
    {
        Assert.Equal(1, _world.Tao(arguments.Split(' ')));

        Assert.Contains(expected, _world.Error, StringComparison.Ordinal);
        Assert.Contains("TAO5204", _world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_unused_result_is_named_and_goes()
    {
        Fill("cache", days: 40);
        _world.Variables["TAO_CACHE"] = "cache;http://cache.example";

        Assert.Equal(0, _world.Tao("gc", "--older-than", "30d", "--dry-run"));
        Assert.Equal(0, _world.Tao("gc", "--older-than", "30d"));

        var lines = _world.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches("^2026-01-23 15:06 .*  classification Train$", lines[0]);
        Assert.StartsWith($"{_world.Path("cache")}: would remove 1 result, ", lines[1], StringComparison.Ordinal);
        Assert.Equal(lines[0], lines[2]);
        Assert.Matches(": removed 1 result, .*; 0 results, 0 B, stay.$", lines[3]);
        Assert.Empty(Directory.EnumerateFiles(_world.Path("cache/cas")));
    }

    [Fact]
    public void Without_an_amount_only_leftovers_go()
    {
        Fill("cache", days: 40);
        _world.Write("cache/cas/leftover", "123");

        Assert.Equal(0, _world.Tao("gc", "--cache", "cache"));

        Assert.Contains(": removed 0 results, 3 B; 1 result, ", _world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_own_folder_is_the_default()
    {
        _world.Variables["XDG_CACHE_HOME"] = _world.Path("own");

        Assert.Equal(0, _world.Tao("gc", "--max-size", "1.5GiB"));

        Assert.StartsWith(_world.Path("own/tao") + ": removed 0 results, 0 B;", _world.Output, StringComparison.Ordinal);
    }

    /// <summary>Keeps one result, last used so many days before the world's clock.</summary>
    private void Fill(string folder, int days)
    {
        const string content = "a model";
        string hash = Engine.IO.ContentHash.OfText(content);
        var result = new StageResult { Stage = StageKind.Train, Network = "classification", Fingerprint = "f", Artifacts = [new StageArtifact("model", "model.tlt", hash, content.Length)] };
        var json = $$"""{ "result": {{System.Text.Json.JsonSerializer.Serialize(result, Engine.EngineJson.Options)}}, "platform": "cpu" }""";
        _world.Write($"{folder}/cas/{hash}", content);
        _world.Write($"{folder}/ac/{new string('0', 64)}", json);
        File.SetLastWriteTimeUtc(_world.Path($"{folder}/ac/{new string('0', 64)}"), _world.Clock.GetUtcNow().AddDays(-days).UtcDateTime);
    }
}
