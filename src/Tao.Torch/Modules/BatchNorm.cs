using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalises each channel by the batch's statistics when training, by the running ones otherwise.</summary>
public abstract class BatchNorm : nn.Module<Tensor, Tensor>
{
    private readonly long _rank;

    private protected BatchNorm(string name, long rank, long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
        : base(name)
    {
        _rank = rank;
        (num_features, this.eps, this.momentum) = (features, eps, momentum);
        if (affine)
        {
            weight = new Parameter(ones([features], dtype, device));
            bias = new Parameter(zeros([features], dtype, device));
        }
        if (track)
        {
            running_mean = zeros([features], dtype, device);
            running_var = ones([features], dtype, device);
            num_batches_tracked = zeros([], ScalarType.Int64, device);
        }
        register_parameter(nameof(weight), weight);
        register_parameter(nameof(bias), bias);
        register_buffer(nameof(running_mean), running_mean);
        register_buffer(nameof(running_var), running_var);
        register_buffer(nameof(num_batches_tracked), num_batches_tracked);
    }

    /// <summary>Scale per channel, or null.</summary>
    public Parameter? weight { get; }

    /// <summary>Offset per channel, or null.</summary>
    public Parameter? bias { get; }

    /// <summary>Running mean per channel, or null.</summary>
    public Tensor? running_mean { get; }

    /// <summary>Running unbiased variance per channel, or null.</summary>
    public Tensor? running_var { get; }

    /// <summary>How many batches the running statistics have seen.</summary>
    public Tensor? num_batches_tracked { get; }

    /// <summary>Number of channels.</summary>
    public long num_features { get; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>Weight of the new statistics.</summary>
    public double? momentum { get; set; }

    /// <summary>Forgets the running statistics.</summary>
    public void reset_running_stats()
    {
        running_mean?.zero_();
        running_var?.fill_(1);
        num_batches_tracked?.zero_();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (input.dim() != _rank && !(_rank == 3 && input.dim() == 2))
            throw new ArgumentException($"{name} wants {_rank} dimensions, not {input.dim()}.");
        var batch = training || running_mean is null;
        if (training) num_batches_tracked?.add_(1);
        return nn.functional.batch_norm(input, running_mean, running_var, weight, bias, batch, momentum ?? 0.1, eps);
    }
}
