namespace Tao.Engine.Logs;

/// <param name="Epoch">From 1, of <paramref name="MaxEpoch"/>.</param>
/// <param name="Duration">Wall time of this epoch.</param>
/// <param name="Eta">Expected time to the end of training.</param>
public sealed record EpochStatus(int Epoch, int MaxEpoch, TimeSpan Duration, TimeSpan Eta);
