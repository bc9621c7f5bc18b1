using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_lstm(nint x, nint* states, nint* weights, int weightCount, int biases, long layers, double dropout, int training, int bidirectional, int batchFirst, nint* output, nint* hidden, nint* cell);

    [LibraryImport(Library)]
    internal static partial int tao_gru(nint x, nint state, nint* weights, int weightCount, int biases, long layers, double dropout, int training, int bidirectional, int batchFirst, nint* output, nint* hidden);
}
