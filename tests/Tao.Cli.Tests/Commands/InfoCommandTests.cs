using System.Text.Json;

namespace Tao.Cli.Tests.Commands;

public sealed class InfoCommandTests : IDisposable
{
    private readonly CliWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void It_lists_networks_and_sub_tasks()
    {
        Assert.Equal(0, _world.Tao("info"));

        Assert.Contains("classification: train, evaluate, prune, export, calibrate, inference\n", _world.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("backbones", _world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verbose_adds_backbones_versions_and_devices()
    {
        _world.Tao("info", "--verbose");

        Assert.Contains("  backbones: resnet, squeezenet\n", _world.Output, StringComparison.Ordinal);
        Assert.Contains("libtorch: ", _world.Output, StringComparison.Ordinal);
        Assert.Contains("device: cpu (", _world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_same_facts()
    {
        _world.Tao("info", "-v", "--json");

        var info = JsonDocument.Parse(_world.Output).RootElement;
        Assert.Equal("classification", info.GetProperty("networks")[0].GetProperty("name").GetString());
        Assert.True(info.GetProperty("components").TryGetProperty("ONNX Runtime", out _));
    }
}
