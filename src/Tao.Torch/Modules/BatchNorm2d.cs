using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalisation over 2 spatial dimension(s).</summary>
public sealed class BatchNorm2d : BatchNorm
{
    internal BatchNorm2d(long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
        : base(nameof(BatchNorm2d), 4, features, eps, momentum, affine, track, device, dtype)
    {
    }
}
