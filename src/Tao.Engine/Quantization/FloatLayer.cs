namespace Tao.Engine.Quantization;

/// <summary>A layer that stays in float.</summary>
/// <param name="Sqnr">The output's signal-to-noise ratio in decibels with this layer alone in 8 bits; null for a layer that was asked for.</param>
/// <param name="Metric">The 8-bit model's metric once it is in float; null for a layer that was asked for.</param>
internal sealed record FloatLayer(string Name, double? Sqnr, double? Metric);
