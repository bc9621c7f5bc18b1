using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial byte* tao_last_error();

    [LibraryImport(Library)]
    internal static partial void tao_release(nint tensor);
}
