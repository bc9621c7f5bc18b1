using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Mean of each window.</summary>
public sealed class AvgPool2d : nn.Module<Tensor, Tensor>
{
    private readonly long _kernelSize;
    private readonly long? _stride;
    private readonly long? _padding;
    private readonly bool _ceilMode;
    private readonly bool _countIncludePad;

    internal AvgPool2d(long kernelSize, long? stride, long? padding, bool ceilMode, bool countIncludePad)
        : base(nameof(AvgPool2d))
    {
        _kernelSize = kernelSize;
        _stride = stride;
        _padding = padding;
        _ceilMode = ceilMode;
        _countIncludePad = countIncludePad;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.avg_pool2d(input, _kernelSize, _stride, _padding ?? 0, _ceilMode, _countIncludePad);
}
