using System.Buffers;

namespace Tao.Engine.Artifacts;

/// <summary>Names of the parts of a model file.</summary>
public static class ArtifactParts
{
    public const string Manifest = "manifest.json";
    public const string Graph = "graph.json";
    public const string Weights = "weights.safetensors";

    /// <summary>The classes, a line each, of a model with one label set, which needs no name.</summary>
    public const string Labels = "labels.txt";

    /// <summary>Names and classes of any other label sets.</summary>
    public const string LabelSets = "label-sets.json";
    public const string Preprocessing = "preprocessing.json";
    public const string OptimizerState = "optimizer.safetensors";
    public const string TrainingState = "training-state.json";

    private static readonly string[] _own = [Manifest, Graph, Weights, Labels, LabelSets, Preprocessing, OptimizerState, TrainingState];

    private static readonly SearchValues<char> _allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

    /// <summary>True for a plain file name that is not one of this class's own: such a part can be unzipped anywhere without harm.</summary>
    public static bool IsExtraName(string name) =>
        name.Length > 0 && name[0] != '.' && !name.AsSpan().ContainsAnyExcept(_allowed) && !_own.Contains(name, StringComparer.OrdinalIgnoreCase);
}
