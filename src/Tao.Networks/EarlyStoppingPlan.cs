namespace Tao.Networks;

/// <summary>Keras' rule: stop after <paramref name="Patience"/> epochs whose improvement of the monitored value is at most <paramref name="MinDelta"/>.</summary>
/// <param name="Monitor">A column of the training log to be made small: <c>loss</c> or <c>val_loss</c>.</param>
public sealed record EarlyStoppingPlan(string Monitor, double MinDelta, int Patience);
