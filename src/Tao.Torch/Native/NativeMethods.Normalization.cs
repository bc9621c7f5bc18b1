using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_batch_norm(nint x, nint weight, nint bias, nint mean, nint var, int training, double momentum, double eps, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_layer_norm(nint x, long* shape, int count, nint weight, nint bias, double eps, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_group_norm(nint x, long groups, nint weight, nint bias, double eps, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_instance_norm(nint x, nint weight, nint bias, nint mean, nint var, int useInput, double momentum, double eps, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_dropout(nint x, double p, int training, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_dropout_(nint x, double p, int training);

    [LibraryImport(Library)]
    internal static partial int tao_feature_dropout(nint x, double p, int training, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_feature_dropout_(nint x, double p, int training);

    [LibraryImport(Library)]
    internal static partial int tao_alpha_dropout(nint x, double p, int training, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_alpha_dropout_(nint x, double p, int training);
}
