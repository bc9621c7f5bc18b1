using Tao.Engine.Stages;

namespace Tao.Cli.Tests.Commands;

public sealed class ExecCommandTests : IDisposable
{
    private readonly CliWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("{", "request.json\",\"line\":1")]
    [InlineData("{}", "TAO5205")]
    [InlineData("""{"stage":"Trian","network":"n","projectDirectory":"/p","spec":"s","outputDirectory":"o"}""", "TAO5205")]
    public void A_request_that_is_none_is_refused_as_an_event(string json, string expected)
    {
        Assert.Equal(1, _world.Tao("exec", _world.Write("request.json", json)));

        Assert.Contains(expected, _world.Output, StringComparison.Ordinal);
        Assert.StartsWith("{\"event\":\"diagnostic\"", _world.Output, StringComparison.Ordinal);
        Assert.Empty(_world.Requests);
    }

    [Fact]
    public void A_request_can_come_from_the_standard_input()
    {
        _world.Input = Request().ToJson();

        Assert.Equal(0, _world.Tao("exec", "-"));

        Assert.Equal("out", Assert.Single(_world.Requests).OutputDirectory);
    }

    [Fact]
    public void A_request_file_may_name_the_project_relative_to_itself()
    {
        Assert.Equal(0, _world.Tao("exec", _world.Write("obj/request.json", (Request() with { ProjectDirectory = ".." }).ToJson())));

        Assert.Equal(_world.Folder, Assert.Single(_world.Requests).ProjectDirectory);
    }

    [Fact]
    public void A_request_from_the_standard_input_needs_the_full_path()
    {
        _world.Input = (Request() with { ProjectDirectory = "relative" }).ToJson();

        Assert.Equal(1, _world.Tao("exec", "-"));

        Assert.Contains("Write the full path of a folder.", _world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attached_worker_stops_when_its_input_ends()
    {
        _world.Input = System.Text.Json.JsonSerializer.Serialize(Request(), Engine.EngineJson.Line) + "\n";
        _world.Runner = (_, _, cancellation) =>
        {
            Assert.True(cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(20)));
            throw new OperationCanceledException(cancellation);
        };

        Assert.Equal(130, _world.Tao("exec", "-", "--attached"));
    }

    private StageRequest Request() => new() { Stage = StageKind.Train, Network = "n", ProjectDirectory = _world.Folder, Spec = "s", OutputDirectory = "out" };
}
