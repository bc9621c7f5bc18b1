using Tao.Onnx.Protos;
using DataType = Tao.Onnx.Protos.TensorProto.Types.DataType;

namespace Tao.Onnx.Checking;

/// <summary>
/// Structural rules of the ONNX specification that our files must obey, checked after every export and rewrite: names are there, unique and
/// assigned once, before their use; initialisers are used; element counts fit; the operator set is declared.
/// </summary>
public static class OnnxChecker
{
    /// <summary>All problems found; empty for a sound model.</summary>
    public static IReadOnlyList<string> Check(OnnxModel model)
    {
        var problems = new List<string>();
        CheckHeader(model.Proto, problems);
        CheckNodes(model.Proto.Graph, problems);
        CheckInitializers(model.Proto.Graph, problems);
        return problems;
    }

    /// <summary>Throws <see cref="OnnxException"/> with all problems.</summary>
    public static void Verify(OnnxModel model)
    {
        var problems = Check(model);
        if (problems.Count > 0)
            throw new OnnxException($"The ONNX model '{model.Proto.Graph.Name}' is not sound:\n" + string.Join('\n', problems));
    }

    private static void CheckHeader(ModelProto model, List<string> problems)
    {
        if (model.IrVersion < 3)
            problems.Add($"IR version {model.IrVersion} is older than 3.");
        if (string.IsNullOrEmpty(model.Graph.Name))
            problems.Add("The graph has no name.");
        var declared = model.OpsetImport.Select(set => set.Domain).ToList();
        foreach (var domain in declared.GroupBy(domain => domain).Where(group => group.Count() > 1))
            problems.Add($"The operator set '{domain.Key}' is declared twice.");
        foreach (var domain in model.Graph.Node.Select(node => node.Domain).Distinct().Where(domain => !declared.Contains(domain)))
            problems.Add($"The operator set '{domain}' is used but not declared.");
    }

    private static void CheckNodes(GraphProto graph, List<string> problems)
    {
        var defined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in graph.Input.Select(input => input.Name).Concat(graph.Initializer.Select(tensor => tensor.Name)))
            Define(name, "The graph", defined, problems);
        var nodeNames = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in graph.Node)
        {
            var what = $"The node '{node.Name}' ({node.OpType})";
            if (!nodeNames.Add(node.Name))
                problems.Add($"{what} shares its name with another node.");
            foreach (var input in node.Input.Where(input => input != "" && !defined.Contains(input)))
                problems.Add($"{what} reads '{input}' before anything makes it.");
            foreach (var output in node.Output.Where(output => output != ""))
                Define(output, what, defined, problems);
        }
        foreach (var output in graph.Output.Where(output => !defined.Contains(output.Name)))
            problems.Add($"Nothing makes the output '{output.Name}'.");
    }

    private static void CheckInitializers(GraphProto graph, List<string> problems)
    {
        var read = graph.Node.SelectMany(node => node.Input).Concat(graph.Output.Select(output => output.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var tensor in graph.Initializer)
        {
            if (!read.Contains(tensor.Name))
                problems.Add($"Nothing reads the initialiser '{tensor.Name}'.");
            if (tensor.HasRawData && tensor.RawData.Length != TensorProtos.ElementCount(tensor) * ElementSize(tensor))
                problems.Add($"The initialiser '{tensor.Name}' has {tensor.RawData.Length} bytes, which do not fit its shape.");
        }
    }

    private static void Define(string name, string what, HashSet<string> defined, List<string> problems)
    {
        if (name == "")
            problems.Add($"{what} has a value without a name.");
        else if (!defined.Add(name))
            problems.Add($"{what} makes '{name}', which exists already.");
        if (name.Contains(':', StringComparison.Ordinal))
            problems.Add($"The name '{name}' has a ':', which readers of calibration caches take for the end of a name.");
    }

    private static int ElementSize(TensorProto tensor) => TensorProtos.KindOf(tensor) switch
    {
        DataType.Uint8 or DataType.Int8 or DataType.Bool => 1,
        DataType.Float16 or DataType.Bfloat16 or DataType.Int16 or DataType.Uint16 => 2,
        DataType.Float or DataType.Int32 or DataType.Uint32 => 4,
        _ => 8,
    };
}
