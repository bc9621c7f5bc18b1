namespace Tao.Engine.Tests.Stages;

/// <summary>A second passes whenever someone looks, so that every training step reports its progress.</summary>
internal sealed class TickingClock : TimeProvider
{
    private long _seconds = 1000;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Interlocked.Increment(ref _seconds);
}
