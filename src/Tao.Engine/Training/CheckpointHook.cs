using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Tao.Engine.Artifacts;
using Tao.Graph;
using Tao.Objectives;
using Tao.Runtime;
using Tao.Runtime.Optimization;

namespace Tao.Engine.Training;

/// <summary>
/// Saves the model every few epochs under TAO's name (<c>weights/resnet_080.tlt</c>), the best one by the objective's key metric (the loss
/// decides between equals), and what a killed run needs to go on. Last of the hooks.
/// </summary>
internal sealed class CheckpointHook(CheckpointStore store, GraphModule module, ParameterOptimizer optimizer, ModelArtifact template) : IStatefulHook
{
    private double _bestAccuracy = double.NegativeInfinity;
    private double _bestLoss = double.PositiveInfinity;

    /// <summary>Folder of the models that are kept for the user.</summary>
    public required string WeightsDirectory { get; init; }

    public required string Stem { get; init; }

    /// <summary>Which columns of the log tell the best epoch.</summary>
    public required KeyMetrics KeyMetrics { get; init; }

    public required int Interval { get; init; }

    public required int Epochs { get; init; }

    /// <summary>The other hooks whose memory goes into the checkpoint.</summary>
    public required IReadOnlyList<IStatefulHook> Stateful { get; init; }

    /// <summary>What is saved in place of the last step's weights; null for those.</summary>
    public ExponentialMovingAverage? Average { get; init; }

    public string Name => "checkpoint";

    public void OnEpoch(TrainingState state, EpochReport report)
    {
        bool due = report.Epoch % Interval == 0 || report.Epoch == Epochs || state.StopRequested;
        bool best = IsBest(state, report);
        if (!due && !best)
            return;
        var artifact = Snapshot(report.Log);
        if (best)
            store.WriteBest(artifact);
        if (!due)
            return;
        artifact.Write(Path.Combine(WeightsDirectory, string.Create(CultureInfo.InvariantCulture, $"{Stem}_{report.Epoch:000}.tlt")));
        WriteLast(artifact, state);
    }

    public void OnInterrupted(TrainingState state) => WriteLast(Snapshot(template.Manifest.Metrics), state);

    public JsonNode Save() => new JsonObject { ["bestAccuracy"] = Text(_bestAccuracy), ["bestLoss"] = Text(_bestLoss) };

    public void Load(JsonNode memory)
    {
        _bestAccuracy = Number(memory["bestAccuracy"]!);
        _bestLoss = Number(memory["bestLoss"]!);
    }

    private bool IsBest(TrainingState state, EpochReport report)
    {
        if (!report.Log.TryGetValue(KeyMetrics.Epoch, out double accuracy))
            // A run that stops before its first validation has this model and no other.
            return state.StopRequested && double.IsNegativeInfinity(_bestAccuracy);
        double loss = report.Log[KeyMetrics.ValidationLoss];
        if (accuracy < _bestAccuracy || (accuracy == _bestAccuracy && loss >= _bestLoss))
            return false;
        _bestAccuracy = accuracy;
        _bestLoss = loss;
        return true;
    }

    private ModelArtifact Snapshot(ImmutableSortedDictionary<string, double> metrics)
    {
        using var average = Average?.Apply();
        return template with
        {
            Manifest = template.Manifest with { Metrics = metrics },
            Model = new Model(module.Graph, module.ReadWeights()),
        };
    }

    private void WriteLast(ModelArtifact artifact, TrainingState state)
    {
        state.Hooks = Stateful.Append(this).ToImmutableSortedDictionary(hook => hook.Name, hook => hook.Save(), StringComparer.Ordinal);
        store.WriteLast(artifact with { OptimizerState = Average is null ? optimizer.ReadState() : optimizer.ReadState().With(Average.ReadCurrent()) }, state);
    }

    // JSON has no infinities.
    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static double Number(JsonNode node) => double.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture);
}
