using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalisation over 3 spatial dimension(s).</summary>
public sealed class BatchNorm3d : BatchNorm
{
    internal BatchNorm3d(long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
        : base(nameof(BatchNorm3d), 5, features, eps, momentum, affine, track, device, dtype)
    {
    }
}
