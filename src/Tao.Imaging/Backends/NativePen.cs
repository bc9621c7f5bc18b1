using System.Runtime.InteropServices;

namespace Tao.Imaging.Backends;

/// <summary>TaoPen of tao_imaging.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativePen(Pen pen)
{
    public byte Red = pen.Colour.Red;
    public byte Green = pen.Colour.Green;
    public byte Blue = pen.Colour.Blue;
    public int Thickness = pen.Thickness;
}
