using Tao.Data.Loading;
using TorchSharp;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Tao.Engine.Training;

/// <summary>Moves batches to the device and results back.</summary>
internal static class BatchTensors
{
    /// <returns>N × C × H × W, channels-last in memory.</returns>
    public static Tensor Upload(ImageBatch batch, Device device) =>
        torch_ext.from_nhwc(batch.Pixels, batch.Count, batch.Height, batch.Width, batch.Channels).to(device);

    /// <summary>Row-major copy.</summary>
    public static float[] Download(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var values = new float[tensor.numel()];
        tensor.detach().cpu().copy_to<float>(values);
        return values;
    }
}
