using System.Globalization;
using System.Text;

namespace Tao.Sdk.Tasks.Engine;

/// <summary>Gathers one epoch's metrics into the one line that the build log shows for it.</summary>
internal sealed class EpochLine(int epoch, int? epochs)
{
    private readonly List<(string Name, double Value)> _metrics = [];

    public int Epoch => epoch;

    public bool HasMetrics => _metrics.Count > 0;

    public double? EtaSeconds { get; set; }

    public void Add(string name, double value) => _metrics.Add((name, value));

    /// <summary>For example <c>epoch 3/20: loss 0.412, val_acc 0.91, 12 s left</c>.</summary>
    public override string ToString()
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"epoch {epoch}");
        if (epochs is not null)
            line.Append(CultureInfo.InvariantCulture, $"/{epochs}");
        var separator = ": ";
        foreach (var (name, value) in _metrics)
        {
            line.Append(CultureInfo.InvariantCulture, $"{separator}{name} {value:G4}");
            separator = ", ";
        }

        if (EtaSeconds is > 0 and var seconds)
            line.Append(CultureInfo.InvariantCulture, $"{separator}{Math.Ceiling(seconds):F0} s left");
        return line.ToString();
    }
}
