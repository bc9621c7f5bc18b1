using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tao.Sdk.Tests.Builds;

/// <summary>A training that is stopped in the middle goes on in the next build and ends with the same bytes.</summary>
[Collection(BuiltModel.Collection)]
public sealed class InterruptionTests(BuiltModel built)
{
    private const int Interrupt = 2;
    private const int Kill = 9;
    // Many, so that a fast machine is still at work when the signal arrives.
    private const int Epochs = 80;

    [Fact]
    public async Task A_cancelled_build_leaves_a_checkpoint_and_resumes_to_equal_bytes()
    {
        using var project = LongTraining();
        using var build = project.StartBuild("-t:Train");
        var cancelled = await DotNet.FinishAsync(build, line => SendAtEpochFour(line, () => build.Id, Interrupt), TestContext.Current.CancellationToken);
        Assert.NotEqual(0, cancelled.ExitCode);
        Assert.False(File.Exists(project["obj/Debug/tao/Train/result.json"]));

        await ResumesToEqualBytes(project);
    }

    [Fact]
    public async Task A_killed_engine_resumes_to_equal_bytes()
    {
        using var project = LongTraining();
        using var build = project.StartBuild("-t:Train");
        var killed = await DotNet.FinishAsync(build, line => SendAtEpochFour(line, () => EngineOf(project), Kill), TestContext.Current.CancellationToken);
        Assert.Equal(1, killed.ExitCode);
        Assert.Contains("TAO5102", killed.Output);
        Assert.Contains("signal 9", killed.Output);

        await ResumesToEqualBytes(project);
    }

    private ModelProject LongTraining()
    {
        var project = built.Project.Copy();
        project.EditSpec("n_epochs: 2", $"n_epochs: {Epochs}");
        return project;
    }

    private async Task ResumesToEqualBytes(ModelProject project)
    {
        var resumed = (await project.BuildAsync("-t:Train")).MustSucceed();
        Assert.Contains("Resuming after epoch", resumed.Output);
        Assert.DoesNotContain($"epoch 1/{Epochs}", resumed.Output);

        using var unbroken = LongTraining();
        (await unbroken.BuildAsync("-t:Train")).MustSucceed();
        Assert.Equal(File.ReadAllBytes(unbroken["obj/Debug/tao/Train/model.tlt"]), File.ReadAllBytes(project["obj/Debug/tao/Train/model.tlt"]));
    }

    private static void SendAtEpochFour(string line, Func<int> process, int signal)
    {
        if (line.Contains($"Train: epoch 4/{Epochs}", StringComparison.Ordinal))
            Assert.Equal(0, SendSignal(process(), signal));
    }

    /// <summary>The engine's process, known by its command line: <c>dotnet .../tao.dll exec --attached .../Train.request.json</c>.</summary>
    private static int EngineOf(ModelProject project) => Process.GetProcessesByName("dotnet")
        .Where(process => CommandLine(process.Id).Contains(project["obj/Debug/tao/Train.request.json"], StringComparison.Ordinal))
        .Select(process => process.Id)
        .First();

    private static string CommandLine(int processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/cmdline");
        }
        catch (IOException)
        {
            return ""; // It ended meanwhile.
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int processId, int signal);
}
