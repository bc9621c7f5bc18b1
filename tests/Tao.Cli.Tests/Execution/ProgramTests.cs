using System.Diagnostics;
using Tao.Engine.Stages;

namespace Tao.Cli.Tests.Execution;

/// <summary>The built program itself, as a process.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly CliWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("--version", 0)]
    [InlineData("--help", 0)]
    [InlineData("list --json", 0)]
    [InlineData("info --json", 0)]
    [InlineData("clasification train", 1)]
    [InlineData("exec nothing.json", 1)]
    public void Its_exit_code_can_be_trusted(string arguments, int expected)
    {
        var (code, _, error) = Run(arguments.Split(' '));

        Assert.Equal(expected, code);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attached_worker_refuses_an_unknown_network_on_its_output_and_ends_with_1()
    {
        var request = new StageRequest { Stage = StageKind.Train, Network = "clasification", ProjectDirectory = _world.Folder, Spec = "s.txt", OutputDirectory = "out" };

        var (code, output, _) = Run(["exec", _world.Path(_world.Write("request.json", request.ToJson()))]);

        Assert.Equal(1, code);
        Assert.Contains("\"severity\":\"error\"", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_world.Path("out")));
    }

    private (int Code, string Output, string Error) Run(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "tao.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _world.Folder,
        };
        start.Environment["XDG_STATE_HOME"] = _world.Folder;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
