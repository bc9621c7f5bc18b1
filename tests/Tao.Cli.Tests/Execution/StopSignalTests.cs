using Tao.Cli.Execution;

namespace Tao.Cli.Tests.Execution;

public sealed class StopSignalTests
{
    [Fact]
    public void The_first_request_is_graceful_and_the_second_ends_at_once()
    {
        using var stop = new StopSignal();
        Assert.False(stop.Graceful.IsCancellationRequested);

        stop.Request();
        Assert.True(stop.Graceful.IsCancellationRequested);
        Assert.False(stop.AtOnce.IsCancellationRequested);

        stop.Request();
        Assert.True(stop.AtOnce.IsCancellationRequested);
    }
}
