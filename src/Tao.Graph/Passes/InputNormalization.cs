using System.Collections.Immutable;

namespace Tao.Graph.Passes;

/// <summary>
/// What turns raw pixels into the network's input: channel c = raw[r] · <paramref name="Factor"/>[c] + <paramref name="Offset"/>[c], where r
/// is c or, with <paramref name="ReverseChannels"/>, counted from the other end (RGB to BGR).
/// </summary>
public sealed record InputNormalization(ImmutableArray<float> Factor, ImmutableArray<float> Offset, bool ReverseChannels = false);
