using System.Diagnostics;
using Tao.Engine.Jobs;

namespace Tao.Engine.Tests.Jobs;

public sealed class ProcessIdentityTests
{
    [Fact]
    public void This_process_is_alive_and_equals_itself()
    {
        Assert.True(ProcessIdentity.Current.IsAlive());
        Assert.Equal(ProcessIdentity.Current, ProcessIdentity.Of(Environment.ProcessId));
    }

    [Fact]
    public void A_process_that_ended_has_no_identity()
    {
        using var process = Process.Start(new ProcessStartInfo("true"))!;
        process.WaitForExit();

        Assert.Null(ProcessIdentity.Of(process.Id));
    }

    [Fact]
    public void The_same_id_with_another_start_is_not_alive() =>
        Assert.False((ProcessIdentity.Current with { Start = "1" }).IsAlive());
}
