using Tao.Sdk.Tasks.Engine;

namespace Tao.Sdk.Tests.Tasks;

public sealed class EngineCommandTests
{
    [Fact]
    public void Variables_with_a_value_reach_the_engine_and_the_others_stay()
    {
        string path = Environment.GetEnvironmentVariable("PATH")!;
        var command = new EngineCommand("tao.dll", "dotnet", new Dictionary<string, string> { ["TAO_CACHE"] = "local;https://cache.example", ["PATH"] = "" });

        var start = command.StartInfo("Train.request.json", Path.GetTempPath());

        Assert.Equal(("local;https://cache.example", path), (start.Environment["TAO_CACHE"], start.Environment["PATH"]));
        Assert.Equal(["tao.dll", "exec", "--attached", "Train.request.json"], start.ArgumentList);
    }
}
