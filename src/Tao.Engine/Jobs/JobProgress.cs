using Tao.Engine.Events;

namespace Tao.Engine.Jobs;

/// <summary>How far a job is; counts as in <see cref="ProgressEvent"/>.</summary>
public sealed record JobProgress(string Activity, int Epoch, int Epochs, int Step, int Steps, double? EtaSeconds)
{
    public static JobProgress From(ProgressEvent progress) =>
        new(progress.Activity, progress.Epoch, progress.Epochs, progress.Step, progress.Steps, progress.EtaSeconds);

    /// <summary>From 0 to 1; the running epoch counts by its steps.</summary>
    public double Fraction
    {
        get
        {
            var inEpoch = Steps > 0 ? (double)Step / Steps : 0;
            return Epochs > 0 ? Math.Clamp((Epoch - 1 + inEpoch) / Epochs, 0, 1) : inEpoch;
        }
    }
}
