using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent: buf = momentum * buf + (1 - dampening) * g (g itself at first), w -= lr * buf, or with Nesterov lr * (g + momentum * buf).</summary>
public sealed unsafe class SGD : OptimizerHelper, optim.IMomentum
{
    private readonly Options _defaults;

    /// <summary>Over one group.</summary>
    public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : this([new ParamGroup(parameters)], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <summary>Over several groups; what a group leaves open is taken from the arguments.</summary>
    public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
    {
        _defaults = new Options { LearningRate = lr, InitialLearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize };
        foreach (var group in parameters) add_param_group(group);
    }

    /// <inheritdoc/>
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        var options = ((ParamGroup)param_group).Options;
        Complete(options, _defaults);
        options.momentum ??= _defaults.momentum;
        options.dampening ??= _defaults.dampening;
        options.weight_decay ??= _defaults.weight_decay;
        options.nesterov ??= _defaults.nesterov;
        options.maximize ??= _defaults.maximize;
        Add(param_group);
    }

    /// <summary>The momentum of all groups.</summary>
    public double Momentum
    {
        get => _defaults.momentum ?? 0;
        set
        {
            _defaults.momentum = value;
            foreach (var group in Groups) ((ParamGroup)group).Momentum = value;
        }
    }

    private protected override void Update(GroupState state, ReadOnlySpan<int> indices, long step)
    {
        var options = ((ParamGroup)state.Group).Options;
        var momentum = options.momentum ?? 0;
        var buffers = momentum == 0 ? null : state.Tensors(0);
        Run(state, indices, buffers, null, null, request => tao_sgd(
            request, options.LearningRate ?? 0, momentum, options.dampening ?? 0, options.weight_decay ?? 0,
            options.nesterov == true ? 1 : 0, options.maximize == true ? 1 : 0, step == 1 ? 1 : 0));
    }

    /// <summary>The settings of a group; null takes the optimiser's.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>Momentum.</summary>
        public double? momentum;

        /// <summary>Part of the gradient kept out of the buffer.</summary>
        public double? dampening;

        /// <summary>Times the weight, added to the gradient.</summary>
        public double? weight_decay;

        /// <summary>Whether to look ahead.</summary>
        public bool? nesterov;

        /// <summary>Whether to go up the gradient.</summary>
        public bool? maximize;
    }

    /// <summary>Parameters with settings of their own.</summary>
    public sealed class ParamGroup : ParamGroup<Options>, optim.IMomentum
    {
        /// <summary>Empty.</summary>
        public ParamGroup()
        {
        }

        /// <summary>With settings.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        /// <summary>With the optimiser's settings.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters)
            : base(parameters)
        {
        }

        /// <summary>With settings.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize })
        {
        }

        /// <inheritdoc/>
        public double Momentum
        {
            get => Options.momentum ?? 0;
            set => Options.momentum = value;
        }
    }
}
