namespace Tao.Networks;

/// <summary>What training writes for TensorBoard.</summary>
/// <param name="Images">Training images of each epoch, as the network sees them.</param>
/// <param name="WeightHistograms">Whether the kernels' distributions are written each epoch.</param>
public sealed record VisualizerPlan(int Images, bool WeightHistograms);
