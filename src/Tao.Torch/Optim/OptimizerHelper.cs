using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// What the optimisers share: groups, per-parameter state, and steps as one native call over all parameters that have a gradient. A parameter counts
/// its own steps, as PyTorch's do, so that one that gets its first gradient late starts like the others did.
/// </summary>
public abstract unsafe class OptimizerHelper : optim.Optimizer
{
    private readonly List<GroupState> _groups = [];

    /// <inheritdoc/>
    public override IEnumerable<optim.ILearningRateController> ParamGroups => _groups.Select(state => state.Group);

    private protected IEnumerable<ParamGroup> Groups => _groups.Select(state => state.Group);

    /// <inheritdoc/>
    public override IEnumerable<Parameter> parameters() => _groups.SelectMany(state => state.Parameters);

    /// <inheritdoc/>
    public override void zero_grad()
    {
        foreach (var group in _groups)
        {
            var raw = group.Raw(group.Parameters);
            fixed (nint* handles = raw) Call.Check(tao_zero_grad(handles, raw.Length, 1));
        }
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using (enable_grad()) loss = closure();
        }
        foreach (var group in _groups) Step(group);
        return loss;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var group in _groups) group.Dispose();
    }

    private protected static void Complete(OptimizerOptions options, OptimizerOptions defaults)
    {
        options.LearningRate ??= defaults.LearningRate;
        options.InitialLearningRate = options.LearningRate ?? 0;
    }

    private protected void Add(ParamGroup group) => _groups.Add(new GroupState(group));

    /// <summary>Updates the named parameters of a group, all of which take their step-th step (from 1).</summary>
    private protected abstract void Update(GroupState state, ReadOnlySpan<int> indices, long step);

    private protected static void Run(GroupState state, ReadOnlySpan<int> indices, Tensor[]? state0, Tensor[]? state1, Tensor[]? state2, UpdateCall.Update update)
    {
        UpdateCall.Run(
            Pick(state.Parameters, indices), state0 is null ? null : Pick(state0, indices), state1 is null ? null : Pick(state1, indices),
            state2 is null ? null : Pick(state2, indices), default, update);
        GC.KeepAlive(state);
    }

    private static nint[] Pick(Tensor[] tensors, ReadOnlySpan<int> indices)
    {
        var raw = new nint[indices.Length];
        for (var i = 0; i < raw.Length; i++) raw[i] = tensors[indices[i]].Raw;
        return raw;
    }

    private void Step(GroupState group)
    {
        var raw = group.Raw(group.Parameters);
        var present = new byte[raw.Length];
        fixed (nint* handles = raw)
        fixed (byte* flags = present)
            Call.Check(tao_has_grads(handles, raw.Length, flags));
        var batches = new SortedDictionary<long, List<int>>();
        for (var i = 0; i < present.Length; i++)
        {
            if (present[i] == 0) continue;
            var step = ++group.Steps[i];
            if (!batches.TryGetValue(step, out var batch)) batches[step] = batch = [];
            batch.Add(i);
        }
        foreach (var (step, batch) in batches) Update(group, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(batch), step);
    }

    /// <summary>A group with its parameters' steps and state tensors, which are made when first asked for.</summary>
    private protected sealed class GroupState : IDisposable
    {
        private readonly Tensor[]?[] _states = new Tensor[]?[3];

        internal GroupState(ParamGroup group)
        {
            Group = group;
            Parameters = [.. group.Parameters];
            Steps = new long[Parameters.Length];
        }

        internal ParamGroup Group { get; }

        internal Parameter[] Parameters { get; }

        internal long[] Steps { get; }

        public void Dispose()
        {
            foreach (var tensors in _states)
            {
                if (tensors is null) continue;
                foreach (var tensor in tensors) tensor.Dispose();
            }
        }

        internal Tensor[] Tensors(int slot) => _states[slot] ??= Array.ConvertAll(Parameters, UpdateCall.NewState);

        internal nint[] Raw(Tensor[] tensors) => Array.ConvertAll(tensors, tensor => tensor.Raw);
    }
}
