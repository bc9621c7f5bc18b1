using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>One index of an indexing expression (struct Index of indexing.cpp).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeIndex
{
    internal long Kind;
    internal long Start;
    internal long Stop;
    internal long Step;
    internal long Present;
    internal nint Tensor;
}
