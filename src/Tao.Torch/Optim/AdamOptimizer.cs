using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What <see cref="Adam"/> and <see cref="AdamW"/> share: everything but where the weight decay goes in.</summary>
public abstract unsafe class AdamOptimizer : OptimizerHelper, optim.IBetas
{
    private readonly Options _defaults;
    private readonly bool _decoupledDecay;

    private protected AdamOptimizer(IEnumerable<ParamGroup> parameters, Options defaults, bool decoupledDecay)
    {
        _defaults = defaults;
        _decoupledDecay = decoupledDecay;
        foreach (var group in parameters) add_param_group(group);
    }

    /// <inheritdoc/>
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        var options = ((ParamGroup)param_group).Options;
        Complete(options, _defaults);
        options.beta1 ??= _defaults.beta1;
        options.beta2 ??= _defaults.beta2;
        options.eps ??= _defaults.eps;
        options.weight_decay ??= _defaults.weight_decay;
        options.amsgrad ??= _defaults.amsgrad;
        options.maximize ??= _defaults.maximize;
        Add(param_group);
    }

    /// <summary>The decay rates of all groups.</summary>
    public (double, double) Betas
    {
        get => (_defaults.beta1 ?? 0.9, _defaults.beta2 ?? 0.999);
        set
        {
            (_defaults.beta1, _defaults.beta2) = value;
            foreach (var group in Groups) ((ParamGroup)group).Betas = value;
        }
    }

    private protected override void Update(GroupState state, ReadOnlySpan<int> indices, long step)
    {
        var options = ((ParamGroup)state.Group).Options;
        var largest = options.amsgrad == true ? state.Tensors(2) : null;
        Run(state, indices, state.Tensors(0), state.Tensors(1), largest, request => tao_adam(
            request, options.LearningRate ?? 0, options.beta1 ?? 0.9, options.beta2 ?? 0.999, options.eps ?? 1e-08, options.weight_decay ?? 0,
            _decoupledDecay ? 1 : 0, options.maximize == true ? 1 : 0, step));
    }

    /// <summary>The settings of a group; null takes the optimiser's.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>Decay of the mean.</summary>
        public double? beta1;

        /// <summary>Decay of the squares.</summary>
        public double? beta2;

        /// <summary>Added to the root.</summary>
        public double? eps;

        /// <summary>Weight decay.</summary>
        public double? weight_decay;

        /// <summary>Whether the squares never shrink.</summary>
        public bool? amsgrad;

        /// <summary>Whether to go up the gradient.</summary>
        public bool? maximize;
    }

    /// <summary>Parameters with settings of their own.</summary>
    public sealed class ParamGroup : ParamGroup<Options>, optim.IBetas
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
        public ParamGroup(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize })
        {
        }

        /// <inheritdoc/>
        public (double, double) Betas
        {
            get => (Options.beta1 ?? 0.9, Options.beta2 ?? 0.999);
            set => (Options.beta1, Options.beta2) = value;
        }
    }
}
