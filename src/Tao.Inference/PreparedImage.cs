using Tao.Imaging;

namespace Tao.Inference;

/// <summary>A picture as the network takes it.</summary>
/// <param name="Pixels">C × H × W.</param>
/// <param name="Size">The picture's own size, as displayed.</param>
internal readonly record struct PreparedImage(float[] Pixels, PixelSize Size);
