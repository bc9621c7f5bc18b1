using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>RMSprop: s = alpha * s + (1 - alpha) * g^2, w -= lr * g / (sqrt(s) + eps); centered subtracts the squared mean gradient; momentum as in SGD.</summary>
public sealed unsafe class RMSProp : OptimizerHelper, optim.IMomentum
{
    private readonly Options _defaults;

    /// <summary>Over one group.</summary>
    public RMSProp(IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
        : this([new ParamGroup(parameters)], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    /// <summary>Over several groups; what a group leaves open is taken from the arguments.</summary>
    public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
    {
        _defaults = new Options { LearningRate = lr, InitialLearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered, maximize = maximize };
        foreach (var group in parameters) add_param_group(group);
    }

    /// <inheritdoc/>
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        var options = ((ParamGroup)param_group).Options;
        Complete(options, _defaults);
        options.alpha ??= _defaults.alpha;
        options.eps ??= _defaults.eps;
        options.weight_decay ??= _defaults.weight_decay;
        options.momentum ??= _defaults.momentum;
        options.centered ??= _defaults.centered;
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
        var centers = options.centered == true ? state.Tensors(1) : null;
        var buffers = momentum == 0 ? null : state.Tensors(2);
        Run(state, indices, state.Tensors(0), centers, buffers, request => tao_rmsprop(
            request, options.LearningRate ?? 0, options.alpha ?? 0.99, options.eps ?? 1e-08, options.weight_decay ?? 0, momentum,
            options.maximize == true ? 1 : 0));
    }

    /// <summary>The settings of a group; null takes the optimiser's.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>Decay of the squares.</summary>
        public double? alpha;

        /// <summary>Added to the root.</summary>
        public double? eps;

        /// <summary>Times the weight, added to the gradient.</summary>
        public double? weight_decay;

        /// <summary>Momentum.</summary>
        public double? momentum;

        /// <summary>Whether to divide by the standard deviation.</summary>
        public bool? centered;

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
        public ParamGroup(IEnumerable<Parameter> parameters, double lr, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered, maximize = maximize })
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
