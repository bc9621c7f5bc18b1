using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Runtime.Kernels;

namespace Tao.Runtime;

/// <summary>
/// The order in which values are made and let go for one set of wanted values: each value has a slot, and is released right after
/// its last reader, so that memory peaks at what is really alive.
/// </summary>
internal sealed class ExecutionPlan
{
    private ExecutionPlan(IReadOnlyList<PlannedNode> nodes, IReadOnlyDictionary<string, int> slots)
    {
        Nodes = nodes;
        Slots = slots;
    }

    public IReadOnlyList<PlannedNode> Nodes { get; }

    public IReadOnlyDictionary<string, int> Slots { get; }

    public static ExecutionPlan For(NetworkGraph graph, IReadOnlyCollection<string> wanted)
    {
        var needed = Ancestors(graph, wanted);
        var nodes = graph.Nodes.Where(node => needed.Contains(node.Name)).ToList();
        var slots = new Dictionary<string, int>();
        foreach (var input in graph.Inputs)
            slots.Add(input.Name, slots.Count);
        foreach (var node in nodes)
            slots.Add(node.Name, slots.Count);

        var lastReader = new Dictionary<string, string>();
        var readers = new Dictionary<string, int>();
        foreach (var node in nodes)
        {
            foreach (string input in node.Inputs)
            {
                lastReader[input] = node.Name;
                readers[input] = readers.GetValueOrDefault(input) + 1;
            }
        }

        var planned = nodes.Select(node => new PlannedNode(
            node,
            KernelCatalog.For(node.Op),
            slots[node.Name],
            [.. node.Inputs.Select(input => slots[input])],
            [.. node.Inputs.Distinct().Where(input => Releasable(graph, wanted, input) && lastReader[input] == node.Name).Select(input => slots[input])],
            node.Inputs.Length == 1 && readers[node.Inputs[0]] == 1 && !wanted.Contains(node.Inputs[0]) && MayBeOverwritten(graph.FindNode(node.Inputs[0]))));
        return new ExecutionPlan([.. planned], slots);
    }

    private static bool Releasable(NetworkGraph graph, IReadOnlyCollection<string> wanted, string value) =>
        !wanted.Contains(value) && graph.FindNode(value) is not null;

    /// <summary>Only outputs that their own producer's gradient does not read.</summary>
    private static bool MayBeOverwritten(Node? producer) => producer?.Op is Conv2d or DepthwiseConv2d or BatchNorm or Add or Linear;

    private static HashSet<string> Ancestors(NetworkGraph graph, IReadOnlyCollection<string> wanted)
    {
        var needed = new HashSet<string>(wanted);
        foreach (var node in graph.Nodes.Reverse())
        {
            if (needed.Contains(node.Name))
                needed.UnionWith(node.Inputs);
        }
        return needed;
    }
}

/// <param name="Released">Slots whose last reader this node is.</param>
internal sealed record PlannedNode(Node Node, IKernel Kernel, int Slot, int[] InputSlots, int[] Released, bool MayOverwriteInput);
