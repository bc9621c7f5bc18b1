using Tao.Engine.Pretrained.Pickle;
using Tao.Graph;

namespace Tao.Engine.Pretrained.PyTorch;

/// <summary>Finds the named tensors in what a checkpoint holds, and makes weights of them.</summary>
internal static class StateDict
{
    private const string DataParallelPrefix = "module.";
    private const int MostWrappers = 8;

    private static readonly string[] _wrapperKeys = ["state_dict", "model_state_dict", "model"];

    /// <param name="root">What the pickle holds.</param>
    public static Weights ToWeights(object? root, MemoryBudget budget, StorageReader storageBytes)
    {
        var tensors = Tensors(root).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var prefixLength = PrefixLength(tensors.Select(pair => pair.Key).ToList());
        return Weights.From(tensors.Select(pair =>
            KeyValuePair.Create(pair.Key[prefixLength..], ToWeight(pair.Key, pair.Value, budget, storageBytes))));
    }

    private static WeightTensor ToWeight(string name, TorchTensor tensor, MemoryBudget budget, StorageReader storageBytes)
    {
        var data = budget.Allocate(name, tensor.Shape);
        StridedCopy.Copy(name, tensor, storageBytes(tensor.Storage).Span, data);
        return new WeightTensor(new TensorShape(tensor.Shape), data);
    }

    /// <summary>
    /// Unwraps <c>{'state_dict': …}</c> and the like. A state dict's own keys lead to tensors, so a dict under such a key is a wrapper.
    /// </summary>
    private static Dictionary<string, TorchTensor> Tensors(object? root)
    {
        var values = Strings(root);
        for (var depth = 0; depth < MostWrappers && Wrapped(values) is { } inner; depth++)
            values = inner;
        var tensors = new Dictionary<string, TorchTensor>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (value is TorchTensor tensor)
                tensors.Add(name, tensor);
        }
        if (tensors.Count == 0)
            throw new WeightFormatException($"it holds no named tensors; its keys are: {string.Join(", ", values.Keys.Take(10))}.");
        return tensors;
    }

    private static Dictionary<string, object?>? Wrapped(Dictionary<string, object?> values) =>
        _wrapperKeys.Select(key => values.GetValueOrDefault(key)).OfType<PickleDict>().FirstOrDefault()?.Strings();

    private static Dictionary<string, object?> Strings(object? root) =>
        root is PickleDict dict ? dict.Strings() : throw new WeightFormatException("it holds one value and not a dict of named tensors.");

    /// <summary>DataParallel and its wrappers prefix every name, perhaps more than once.</summary>
    private static int PrefixLength(List<string> names)
    {
        var length = 0;
        while (names.TrueForAll(name => name.AsSpan(length).StartsWith(DataParallelPrefix, StringComparison.Ordinal)))
            length += DataParallelPrefix.Length;
        return length;
    }
}
