using Tao.Engine.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Pretrained;

/// <summary>Mean and variance of each channel, gathered batch by batch.</summary>
internal sealed class ChannelMoments
{
    private double[] _sums = [];
    private double[] _squares = [];
    private double _weight;

    /// <param name="tensor">N × C or N × C × H × W.</param>
    public void Add(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        long[] others = [.. Enumerable.Range(0, (int)tensor.dim()).Where(axis => axis != 1)];
        float[] means = BatchTensors.Download(tensor.mean(others)), variances = BatchTensors.Download(tensor.var(others, unbiased: false));
        if (_sums.Length == 0)
            (_sums, _squares) = (new double[means.Length], new double[means.Length]);
        double count = (double)tensor.numel() / means.Length;
        _weight += count;
        for (int channel = 0; channel < means.Length; channel++)
        {
            _sums[channel] += count * means[channel];
            _squares[channel] += count * (variances[channel] + ((double)means[channel] * means[channel]));
        }
    }

    public double Mean(int channel) => _sums[channel] / _weight;

    public double Variance(int channel) => Math.Max(0, (_squares[channel] / _weight) - (Mean(channel) * Mean(channel)));
}
