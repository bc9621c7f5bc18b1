using System.Collections.Immutable;

namespace Tao.Imaging.Preparation;

/// <summary>
/// The preprocessing as one affine step for each channel, what an exporter folds in and a deployment has to do:
/// <c>y[c] = x[c] * Scale[c] + Offset[c]</c>, x in 0..255 with its channels already in <paramref name="Order"/>.
/// </summary>
public sealed record ChannelTransform(ChannelOrder Order, ImmutableArray<float> Scale, ImmutableArray<float> Offset);
