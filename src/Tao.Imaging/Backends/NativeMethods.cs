using System.Runtime.InteropServices;

namespace Tao.Imaging.Backends;

/// <summary>The functions of src/native/imaging/tao_imaging.h.</summary>
internal static unsafe partial class NativeMethods
{
    public const string Library = "tao_imaging";

    [LibraryImport(Library, EntryPoint = "tao_imaging_abi_version")]
    public static partial int AbiVersion();

    [LibraryImport(Library, EntryPoint = "tao_imaging_last_error")]
    public static partial byte* LastError();

    [LibraryImport(Library, EntryPoint = "tao_imaging_decode_jpeg")]
    public static partial NativeStatus DecodeJpeg(byte* data, long size, int eighths, in NativePixels target);

    [LibraryImport(Library, EntryPoint = "tao_imaging_decode")]
    public static partial NativeStatus Decode(byte* data, long size, in NativePixels target);

    [LibraryImport(Library, EntryPoint = "tao_imaging_encode_jpeg")]
    public static partial NativeStatus EncodeJpeg(in NativePixels image, int quality, out nint bytes);

    [LibraryImport(Library, EntryPoint = "tao_imaging_encode_png")]
    public static partial NativeStatus EncodePng(in NativePixels image, out nint bytes);

    [LibraryImport(Library, EntryPoint = "tao_imaging_bytes_data")]
    public static partial byte* BytesData(nint bytes);

    [LibraryImport(Library, EntryPoint = "tao_imaging_bytes_size")]
    public static partial long BytesSize(nint bytes);

    [LibraryImport(Library, EntryPoint = "tao_imaging_bytes_free")]
    public static partial void BytesFree(nint bytes);

    [LibraryImport(Library, EntryPoint = "tao_imaging_resize")]
    public static partial NativeStatus Resize(in NativePixels source, in NativePixels target, int interpolation);

    [LibraryImport(Library, EntryPoint = "tao_imaging_warp")]
    public static partial NativeStatus Warp(in NativePixels source, in NativePixels target, double* map);

    [LibraryImport(Library, EntryPoint = "tao_imaging_transform_colors")]
    public static partial NativeStatus TransformColors(in NativePixels image, double* matrix);

    [LibraryImport(Library, EntryPoint = "tao_imaging_blur")]
    public static partial NativeStatus Blur(in NativePixels image, int radius, double deviation);

    [LibraryImport(Library, EntryPoint = "tao_imaging_draw_line")]
    public static partial NativeStatus DrawLine(in NativePixels image, int x0, int y0, int x1, int y1, in NativePen pen);

    [LibraryImport(Library, EntryPoint = "tao_imaging_draw_polygon")]
    public static partial NativeStatus DrawPolygon(in NativePixels image, int* points, int count, in NativePen pen);

    [LibraryImport(Library, EntryPoint = "tao_imaging_draw_ellipse")]
    public static partial NativeStatus DrawEllipse(in NativePixels image, int* box, double angle, in NativePen pen);

    [LibraryImport(Library, EntryPoint = "tao_imaging_draw_text", StringMarshalling = StringMarshalling.Utf8)]
    public static partial NativeStatus DrawText(in NativePixels image, string text, int x, int y, double scale, in NativePen pen);

    [LibraryImport(Library, EntryPoint = "tao_imaging_text_size", StringMarshalling = StringMarshalling.Utf8)]
    public static partial NativeStatus TextSize(string text, double scale, int thickness, out int width, out int height, out int baseline);
}
