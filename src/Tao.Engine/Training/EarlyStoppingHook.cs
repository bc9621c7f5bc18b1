using System.Globalization;
using System.Text.Json.Nodes;
using Tao.Networks;

namespace Tao.Engine.Training;

/// <summary>Stops a run that no longer improves (Keras' EarlyStopping). Epochs without the monitored value do not count.</summary>
internal sealed class EarlyStoppingHook(EarlyStoppingPlan plan) : IStatefulHook
{
    private double _best = double.PositiveInfinity;
    private int _epochsWithoutImprovement;

    public string Name => "earlyStopping";

    public void OnEpoch(TrainingState state, EpochReport report)
    {
        if (!report.Log.TryGetValue(plan.Monitor, out double value))
            return;
        if (value < _best - plan.MinDelta)
        {
            _best = value;
            _epochsWithoutImprovement = 0;
        }
        else if (++_epochsWithoutImprovement >= plan.Patience)
        {
            state.StopRequested = true;
        }
    }

    // JSON has no infinity, so the number travels as text.
    public JsonNode Save() => new JsonObject
    {
        ["best"] = _best.ToString("R", CultureInfo.InvariantCulture),
        ["epochsWithoutImprovement"] = _epochsWithoutImprovement,
    };

    public void Load(JsonNode memory)
    {
        _best = double.Parse(memory["best"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        _epochsWithoutImprovement = memory["epochsWithoutImprovement"]!.GetValue<int>();
    }
}
