using Tao.Engine.Events;
using Tao.Engine.IO;
using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Engine.Tests.Stages;

[Collection(BuiltProject.Collection)]
public sealed class OutputLockTests(BuiltProject built)
{
    [Fact]
    public async Task A_second_build_waits_for_the_first_and_takes_what_it_made()
    {
        using var project = built.Project.Copy();
        project.EditSpec("top_k: 1", "top_k: 2");
        project.Run(StageKind.Evaluate);
        byte[] record = project.Bytes("obj/tao/Evaluate/result.json");
        File.Delete(project["obj/tao/Evaluate/result.json"]);
        var first = FileLock.TryAcquire(project["obj/tao/Evaluate/.lock"]);
        var waiting = new TaskCompletionSource();

        var second = Task.Run(
            () => TinyProject.Run(
                project.Request(StageKind.Evaluate).WithOption("when_busy", "wait"), found => waiting.TrySetResultWhen(found is LogEvent { Text: var text } && text.Contains("waits", StringComparison.Ordinal))),
            TestContext.Current.CancellationToken);
        await waiting.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        project.Write("obj/tao/Evaluate/result.json", record);
        first!.Dispose();

        Assert.True((await second).UpToDate);
    }

    [Fact]
    public async Task A_device_has_one_stage_at_a_time_when_the_project_wants_it()
    {
        using var folder = new Tao.Testing.TemporaryFolder();
        using var project = built.Project.Copy();
        project.EditSpec("top_k: 1", "top_k: 2");
        var devices = new DeviceLocks(folder.Path);
        var first = FileLock.TryAcquire(Path.Combine(folder.Path, "cpu.lock"));
        folder.Write("cpu.holder", "Train in 'elsewhere', process 1");
        var request = project.Request(StageKind.Evaluate);

        var refused = Assert.Throws<TaoException>(() => Run(request.WithOption("when_busy", "fail"), devices, new RecordingSink(null)));
        Assert.Equal(EngineCodes.DeviceBusy, Assert.Single(refused.Diagnostics).Code);
        Assert.Contains("Train in 'elsewhere', process 1", refused.Message, StringComparison.Ordinal);

        var said = new TaskCompletionSource();
        var sink = new RecordingSink(found => said.TrySetResultWhen(found is LogEvent { Text: var text } && text.Contains("waits for the device cpu", StringComparison.Ordinal)));
        var waiting = Task.Run(() => Run(request.WithOption("when_busy", "wait"), devices, sink), TestContext.Current.CancellationToken);
        await said.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        first!.Dispose();
        await waiting;

        using var again = FileLock.TryAcquire(Path.Combine(folder.Path, "cpu.lock"));
        Assert.NotNull(again);
    }

    [Fact]
    public void A_shared_device_is_not_locked()
    {
        using var folder = new Tao.Testing.TemporaryFolder();
        using var project = built.Project.Copy();
        project.EditSpec("top_k: 1", "top_k: 2");
        using var first = FileLock.TryAcquire(Path.Combine(folder.Path, "cpu.lock"));

        Run(project.Request(StageKind.Evaluate), new DeviceLocks(folder.Path), new RecordingSink(null));
    }

    [Fact]
    public void Who_waits_can_be_cancelled()
    {
        using var folder = new Tao.Testing.TemporaryFolder();
        string path = Path.Combine(folder.Path, "x.lock");
        using var first = FileLock.TryAcquire(path);
        using var cancellation = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => FileLock.Acquire(path, cancellation.Cancel, cancellation.Token));
    }

    private static StageResult Run(StageRequest request, DeviceLocks devices, RecordingSink sink) =>
        new StageRunner(sink, new TickingClock(), devices).Run(request, TestContext.Current.CancellationToken);
}
