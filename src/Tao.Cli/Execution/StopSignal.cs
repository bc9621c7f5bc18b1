using System.Runtime.InteropServices;

namespace Tao.Cli.Execution;

/// <summary>Turns SIGINT and SIGTERM into cancellation: the first asks for a graceful stop, one more for an end at once.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource _graceful = new();
    private readonly CancellationTokenSource _atOnce = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <summary>Cancelled when the work should leave a checkpoint and end.</summary>
    public CancellationToken Graceful => _graceful.Token;

    /// <summary>Cancelled when even that takes too long for the user.</summary>
    public CancellationToken AtOnce => _atOnce.Token;

    public static StopSignal OfProcess()
    {
        var stop = new StopSignal();
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
        {
            stop._registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                stop.Request();
            }));
        }
        return stop;
    }

    public void Request()
    {
        if (_graceful.IsCancellationRequested)
            _atOnce.Cancel();
        else
            _graceful.Cancel();
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _graceful.Dispose();
        _atOnce.Dispose();
    }
}
