using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Native;

/// <summary>A session's input or output names, kept as native strings so that a run converts nothing.</summary>
internal sealed unsafe class NameTable : IDisposable
{
    private readonly Dictionary<string, nint> _pointers = [];
    private readonly string _what;

    internal NameTable(string what, IReadOnlyList<string> names)
    {
        _what = what;
        Names = names;
        foreach (var name in names)
            _pointers[name] = Marshal.StringToCoTaskMemUTF8(name);
    }

    internal IReadOnlyList<string> Names { get; }

    internal nint this[string name] => _pointers.TryGetValue(name, out var pointer)
        ? pointer
        : throw new OnnxRuntimeException(OrtErrorCode.InvalidArgument, $"The model has no {_what} '{name}'; it has {string.Join(", ", Names)}.");

    /// <summary>ONNX Runtime itself notices a missing input only inside the first kernel that reads it.</summary>
    internal void RequireAll(IReadOnlyCollection<string> given)
    {
        if (given.Count >= Names.Count && Names.All(given.Contains))
            return;
        var missing = Names.Except(given).ToList();
        if (missing.Count > 0)
            throw new OnnxRuntimeException(OrtErrorCode.InvalidArgument, $"The model's {_what} is missing: {string.Join(", ", missing)}.");
    }

    public void Dispose()
    {
        foreach (var pointer in _pointers.Values)
            Marshal.FreeCoTaskMem(pointer);
        _pointers.Clear();
    }
}
