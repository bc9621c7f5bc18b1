using System.Runtime.InteropServices;

namespace Tao.Imaging.Backends;

/// <summary>TaoPixels of tao_imaging.h; valid while the array behind it is pinned.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativePixels(byte* data, int width, int height, int channels)
{
    public byte* Data = data;
    public int Width = width;
    public int Height = height;
    public int Channels = channels;
}
