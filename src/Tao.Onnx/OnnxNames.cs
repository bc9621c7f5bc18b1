namespace Tao.Onnx;

/// <summary>Names of values in our files.</summary>
public static class OnnxNames
{
    /// <summary>
    /// The name under which a graph's value stands in ONNX files, calibration caches and scale files: ':' becomes '_', because readers
    /// of calibration caches take a ':' for the end of the name.
    /// </summary>
    public static string Of(string graphName) => graphName.Replace(':', '_');
}
