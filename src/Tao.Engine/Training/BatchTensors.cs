using Tao.Data.Loading;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Training;

/// <summary>Moves batches to the device and results back.</summary>
internal static class BatchTensors
{
    /// <returns>N × C × H × W, channels-last in memory.</returns>
    public static Tensor Upload(ImageBatch batch, Device device) =>
        torch_ext.from_nhwc(batch.Pixels, batch.Count, batch.Height, batch.Width, batch.Channels).to(device);

    /// <summary>Row-major copy.</summary>
    public static float[] Download(Tensor tensor) => tensor.detach().cpu().contiguous().data<float>().ToArray();
}
