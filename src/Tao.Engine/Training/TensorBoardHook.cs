using Tao.Engine.Logs.TensorBoard;
using Tao.Graph;
using Tao.Imaging;
using Tao.Networks;
using Tao.Runtime;

namespace Tao.Engine.Training;

/// <summary>Writes what the visualizer asks for into <c>events/</c>: the log's columns, some inputs and, on request, the kernels of each epoch.</summary>
/// <param name="inputs">Training images of an epoch (from 0), as the network sees them.</param>
internal sealed class TensorBoardHook(string folder, VisualizerPlan plan, GraphModule module, TimeProvider clock, Func<int, int, IEnumerable<Image>> inputs) : ITrainingHook, IDisposable
{
    private EventFile? _events;

    public void OnStart(TrainingState state) => _events = new EventFile(folder, clock);

    public void OnEpoch(TrainingState state, EpochReport report)
    {
        foreach (var (name, value) in report.Log)
            _events!.Scalar(name, report.Epoch, (float)value);
        foreach (var (index, image) in inputs(report.Epoch - 1, plan.Images).Index())
            _events!.Picture(FormattableString.Invariant($"input/{index}"), report.Epoch, image);
        if (!plan.WeightHistograms)
            return;
        var weights = module.ReadWeights();
        foreach (var parameter in module.Graph.Parameters().Where(parameter => parameter.Spec.Role == ParameterRole.Kernel))
            _events!.Histogram($"weights/{parameter.Name}", report.Epoch, EventHistogram.Of(weights[parameter.Name].Data.Span));
    }

    public void Dispose() => _events?.Dispose();
}
