using Tao.Engine.Pretrained.Pickle;

namespace Tao.Engine.Pretrained.PyTorch;

/// <summary>
/// The names that a PyTorch state dict may use, and what they stand for here. Sources: <c>torch/_utils.py</c> (the rebuild functions'
/// arguments) and <c>torch/serialization.py</c> (persistent identities), PyTorch 1.13.
/// </summary>
internal sealed class TorchPickleHost : IPickleHost
{
    private const string StorageSuffix = "Storage";

    private readonly Dictionary<string, ElementFormat> _storageFormats = new(StringComparer.Ordinal);

    /// <summary>Element format of every storage met so far, by key.</summary>
    public IReadOnlyDictionary<string, ElementFormat> StorageFormats => _storageFormats;

    public void CheckGlobal(PickleGlobal name)
    {
        if (!IsFunction(name) && StorageFormat(name) is null && !IsInert(name))
        {
            throw new WeightFormatException(
                $"its pickle refers to '{name}', which is not part of plain weights and could run code; it is refused.", WeightErrors.Refused);
        }
    }

    public object? Reduce(PickleGlobal name, PickleTuple arguments) => name.ToString() switch
    {
        "collections.OrderedDict" when arguments.Count == 0 => new PickleDict(),
        "collections.OrderedDict" when arguments.Count == 1 && arguments[0] is PickleList pairs => Ordered(pairs),
        "torch._utils._rebuild_tensor" or "torch._utils._rebuild_tensor_v2" when arguments.Count >= 4 => Tensor(arguments),
        "torch._utils._rebuild_parameter" when arguments.Count >= 1 && arguments[0] is TorchTensor tensor => tensor,
        "torch.Size" when arguments.Count == 1 && arguments[0] is PickleTuple sizes => sizes,
        "torch.device" when arguments.Count >= 1 => arguments[0],
        _ => throw new WeightFormatException($"its pickle calls '{name}' with arguments that a state dict does not have.", WeightErrors.Refused),
    };

    /// <summary>('storage', type, key, location, element count[, view]) where a view is (key, offset, element count) or None.</summary>
    public object? LoadPersistent(object? identity)
    {
        if (identity is not PickleTuple { Count: >= 5 } tuple
            || (tuple[0], tuple[1], tuple[2], tuple[4]) is not ("storage", PickleGlobal type, string key, long count)
            || StorageFormat(type) is not { } format || count < 0)
            throw new WeightFormatException("its pickle refers to a storage in an unknown way.");
        _storageFormats[key] = format;
        return tuple.Count > 5 && tuple[5] is { } view ? View(key, format, count, view) : new TorchStorage(key, format, 0, count);
    }

    private static TorchStorage View(string key, ElementFormat format, long count, object description)
    {
        if (description is not PickleTuple { Count: 3 } view || (view[1], view[2]) is not (long offset, long viewCount))
            throw new WeightFormatException($"storage '{key}' has an unknown kind of view.");
        if (offset < 0 || viewCount < 0 || offset > count - viewCount)
            throw new WeightFormatException($"a view of storage '{key}' reaches outside of it.");
        return new TorchStorage(key, format, offset, viewCount);
    }

    private static bool IsFunction(PickleGlobal name) => name.ToString() is "collections.OrderedDict" or "torch._utils._rebuild_tensor"
        or "torch._utils._rebuild_tensor_v2" or "torch._utils._rebuild_parameter" or "torch.Size" or "torch.device";

    /// <summary>Element types as values (<c>torch.float32</c>); checkpoints carry them in optimiser settings.</summary>
    private static bool IsInert(PickleGlobal name) => name.Module == "torch" && name.Name is "float32" or "float64" or "float16" or "bfloat16"
        or "int64" or "int32" or "int16" or "int8" or "uint8" or "bool" or "strided" or "contiguous_format" or "channels_last";

    private static ElementFormat? StorageFormat(PickleGlobal name)
    {
        if (name.Module is not ("torch" or "torch.cuda") || !name.Name.EndsWith(StorageSuffix, StringComparison.Ordinal))
            return null;
        return name.Name[..^StorageSuffix.Length] switch
        {
            "Float" => ElementFormat.Float32,
            "Double" => ElementFormat.Float64,
            "Half" => ElementFormat.Float16,
            "BFloat16" => ElementFormat.BFloat16,
            "Long" => ElementFormat.Int64,
            "Int" => ElementFormat.Int32,
            "Short" => ElementFormat.Int16,
            "Char" => ElementFormat.Int8,
            "Byte" => ElementFormat.UInt8,
            "Bool" => ElementFormat.Bool,
            _ => null,
        };
    }

    /// <summary>Python 2 wrote an OrderedDict as one list of [key, value] lists; each list is used once, so it may be emptied.</summary>
    private static PickleDict Ordered(PickleList pairs)
    {
        var dict = new PickleDict();
        foreach (var pair in pairs.Items)
        {
            if (pair is not PickleList { Items.Count: 2 } entry)
                throw new WeightFormatException("an OrderedDict in its pickle is not made of pairs.");
            dict.Pairs.Add(new(entry.Items[0], entry.Items[1]));
        }
        // Emptied so that a pickle which passes the same long list a million times stays linear.
        pairs.Items.Clear();
        return dict;
    }

    private static TorchTensor Tensor(PickleTuple arguments)
    {
        if ((arguments[0], arguments[1]) is not (TorchStorage storage, long offset))
            throw new WeightFormatException("a tensor in its pickle has no storage.");
        return new TorchTensor(storage, offset, Integers(arguments[2]), Integers(arguments[3]));
    }

    private static long[] Integers(object? value)
    {
        const int mostAxes = 64;
        if (value is not PickleTuple { Count: <= mostAxes } tuple)
            throw new WeightFormatException("a tensor's shape in its pickle is not a tuple.");
        var numbers = new long[tuple.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = tuple[i] is long number
                ? number
                : throw new WeightFormatException("a tensor's shape in its pickle holds something that is not a whole number.");
        }
        return numbers;
    }
}
