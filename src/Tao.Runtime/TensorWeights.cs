using System.Runtime.InteropServices;
using Tao.Graph;
using TorchSharp;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Tao.Runtime;

/// <summary>Moves weights between managed memory and a device.</summary>
internal static class TensorWeights
{
    /// <summary>Four-axis weights become channels-last. The caller owns the tensor, whatever the dispose scope.</summary>
    public static Tensor Upload(WeightTensor weight, Device device)
    {
        float[] data = MemoryMarshal.TryGetArray(weight.Data, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : weight.Data.ToArray();
        using var scope = NewDisposeScope();
        var tensor = torch.tensor(data, weight.Shape.Sizes.ToArray());
        if (tensor.dim() == 4)
            tensor = tensor.to_channels_last();
        return tensor.to(device).DetachFromDisposeScope();
    }

    public static WeightTensor Download(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var data = new float[tensor.numel()];
        tensor.detach().cpu().copy_to<float>(data);
        return new WeightTensor(new TensorShape(tensor.shape), data);
    }
}
