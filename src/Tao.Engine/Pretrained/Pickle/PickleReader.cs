using System.Text;

namespace Tao.Engine.Pretrained.Pickle;

/// <summary>
/// A restricted unpickler: a stack machine that builds dicts, lists, tuples, numbers and strings, and hands every name and call to an
/// <see cref="IPickleHost"/>. It never runs code, never recurses, and its work and memory are linear in the pickle's length.
/// Python's own warning: https://docs.python.org/3/library/pickle.html#restricting-globals.
/// </summary>
internal sealed class PickleReader(PickleInput input, IPickleHost host)
{
    private const int HighestProtocol = 5;

    private readonly List<object?> _stack = [];
    private readonly Stack<int> _marks = new();
    private readonly Dictionary<uint, object?> _memo = [];

    /// <summary>Reads one pickle; the input then stands behind its STOP.</summary>
    public object? Read()
    {
        while (true)
        {
            var opcode = (PickleOpcode)input.Byte();
            if (opcode == PickleOpcode.Stop)
                return Pop();
            if (!Scalar(opcode) && !Container(opcode) && !Memo(opcode))
                Call(opcode);
        }
    }

    private bool Scalar(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.None: Push(null); break;
            case PickleOpcode.NewTrue: Push(true); break;
            case PickleOpcode.NewFalse: Push(false); break;
            case PickleOpcode.BinInt: Push((long)input.Int32()); break;
            case PickleOpcode.BinInt1: Push((long)input.Byte()); break;
            case PickleOpcode.BinInt2: Push((long)input.UInt16()); break;
            case PickleOpcode.Long1: Push(input.Long(input.Byte())); break;
            case PickleOpcode.BinFloat: Push(input.Double()); break;
            case PickleOpcode.BinUnicode: Push(input.Text(input.UInt32())); break;
            case PickleOpcode.ShortBinUnicode: Push(input.Text(input.Byte())); break;
            case PickleOpcode.BinUnicode8: Push(input.Text(input.Int64())); break;
            // Python 2 byte strings; Latin-1 takes any byte, as torch.load(encoding="latin1") would.
            case PickleOpcode.BinString: Push(Encoding.Latin1.GetString(input.Take(input.Int32()))); break;
            case PickleOpcode.ShortBinString: Push(Encoding.Latin1.GetString(input.Take(input.Byte()))); break;
            case PickleOpcode.BinBytes: Push(input.Take(input.UInt32()).ToArray()); break;
            case PickleOpcode.ShortBinBytes: Push(input.Take(input.Byte()).ToArray()); break;
            default: return false;
        }
        return true;
    }

    private bool Container(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.EmptyDict: Push(new PickleDict()); break;
            case PickleOpcode.EmptyList: Push(new PickleList()); break;
            case PickleOpcode.EmptyTuple: Push(PickleTuple.Empty); break;
            case PickleOpcode.Tuple: Push(new PickleTuple(PopToMark())); break;
            case PickleOpcode.Tuple1: Push(new PickleTuple(Pop(1))); break;
            case PickleOpcode.Tuple2: Push(new PickleTuple(Pop(2))); break;
            case PickleOpcode.Tuple3: Push(new PickleTuple(Pop(3))); break;
            case PickleOpcode.List: Push(Extend(new PickleList(), PopToMark())); break;
            case PickleOpcode.Dict: Push(Extend(new PickleDict(), PopToMark())); break;
            case PickleOpcode.Append: ExtendTop(Pop(1)); break;
            case PickleOpcode.Appends: ExtendTop(PopToMark()); break;
            case PickleOpcode.SetItem: UpdateTop(Pop(2)); break;
            case PickleOpcode.SetItems: UpdateTop(PopToMark()); break;
            default: return false;
        }
        return true;
    }

    private bool Memo(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Mark: _marks.Push(_stack.Count); break;
            case PickleOpcode.Pop: Pop(); break;
            case PickleOpcode.PopMark: PopToMark(); break;
            case PickleOpcode.Dup: Push(Peek()); break;
            case PickleOpcode.BinPut: _memo[input.Byte()] = Peek(); break;
            case PickleOpcode.LongBinPut: _memo[input.UInt32()] = Peek(); break;
            case PickleOpcode.Memoize: _memo[(uint)_memo.Count] = Peek(); break;
            case PickleOpcode.BinGet: Push(Recall(input.Byte())); break;
            case PickleOpcode.LongBinGet: Push(Recall(input.UInt32())); break;
            default: return false;
        }
        return true;
    }

    private void Call(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Proto: CheckProtocol(input.Byte()); break;
            // Frames only help buffered readers; the whole pickle is in memory here.
            case PickleOpcode.Frame: input.Int64(); break;
            case PickleOpcode.Global: PushGlobal(input.Line(), input.Line()); break;
            case PickleOpcode.StackGlobal: PushStackGlobal(Pop(2)); break;
            case PickleOpcode.Reduce: Reduce(Pop(2)); break;
            case PickleOpcode.Build: Build(Pop()); break;
            case PickleOpcode.BinPersId: Push(host.LoadPersistent(Pop())); break;
            default:
                var place = FormattableString.Invariant($"opcode 0x{(byte)opcode:x2} at byte {input.Position - 1}");
                throw new WeightFormatException($"its pickle uses {place}, which a file of plain weights does not need.", WeightErrors.Refused);
        }
    }

    private static void CheckProtocol(byte protocol)
    {
        if (protocol > HighestProtocol)
            throw new WeightFormatException($"its pickle protocol is {protocol}; {HighestProtocol} is the highest there is.");
    }

    private void PushGlobal(string module, string name)
    {
        var global = new PickleGlobal(module, name);
        host.CheckGlobal(global);
        Push(global);
    }

    private void PushStackGlobal(object?[] names)
    {
        if (names is not [string module, string name])
            throw Malformed("STACK_GLOBAL needs two strings");
        PushGlobal(module, name);
    }

    private void Reduce(object?[] call)
    {
        if (call is not [PickleGlobal name, PickleTuple arguments])
            throw new WeightFormatException("its pickle calls something that is not a known name.", WeightErrors.Refused);
        Push(host.Reduce(name, arguments));
    }

    /// <summary>
    /// BUILD gives an object its attributes. State dicts carry version numbers there (<c>_metadata</c>), which no weight depends on, so
    /// the state is dropped; any other target is refused.
    /// </summary>
    private void Build(object? state)
    {
        if (Peek() is not PickleDict || state is not (PickleDict or null))
            throw new WeightFormatException("its pickle sets the state of an object that is not a dict.", WeightErrors.Refused);
    }

    private void ExtendTop(object?[] items)
    {
        if (Peek() is not PickleList list)
            throw Malformed("items are appended to something that is not a list");
        Extend(list, items);
    }

    private void UpdateTop(object?[] items)
    {
        if (Peek() is not PickleDict dict)
            throw Malformed("items are set in something that is not a dict");
        Extend(dict, items);
    }

    private static PickleList Extend(PickleList list, object?[] items)
    {
        list.Items.AddRange(items);
        return list;
    }

    private PickleDict Extend(PickleDict dict, object?[] items)
    {
        if (items.Length % 2 != 0)
            throw Malformed("a dict has a key without a value");
        for (var i = 0; i < items.Length; i += 2)
            dict.Pairs.Add(new(items[i], items[i + 1]));
        return dict;
    }

    private object? Recall(uint index) =>
        _memo.TryGetValue(index, out var value) ? value : throw Malformed($"it reads memo {index}, which was never written");

    private void Push(object? value) => _stack.Add(value);

    private object? Peek()
    {
        CheckDepth(1);
        return _stack[^1];
    }

    private object? Pop() => Pop(1)[0];

    private object?[] Pop(int count)
    {
        CheckDepth(count);
        return PopFrom(_stack.Count - count);
    }

    private object?[] PopToMark()
    {
        if (!_marks.TryPop(out var start))
            throw Malformed("it closes a group that was never opened");
        return PopFrom(start);
    }

    private object?[] PopFrom(int start)
    {
        var items = new object?[_stack.Count - start];
        _stack.CopyTo(start, items, 0, items.Length);
        _stack.RemoveRange(start, items.Length);
        return items;
    }

    private void CheckDepth(int count)
    {
        var floor = _marks.TryPeek(out var mark) ? mark : 0;
        if (_stack.Count - floor < count)
            throw Malformed("it takes values from an empty stack");
    }

    private WeightFormatException Malformed(string what) => new($"its pickle is malformed before byte {input.Position}: {what}.");
}
