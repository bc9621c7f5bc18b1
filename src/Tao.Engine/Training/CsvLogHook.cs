using Tao.Engine.Logs;

namespace Tao.Engine.Training;

/// <summary>Writes TAO's training log; rows after the point of resumption are dropped, so that nothing stands in it twice.</summary>
internal sealed class CsvLogHook(string path) : ITrainingHook
{
    private TrainingCsvLog? _log;

    public void OnStart(TrainingState state) => _log = new TrainingCsvLog(path, state.Epoch);

    public void OnEpoch(TrainingState state, EpochReport report) => _log!.Append(report.Epoch, report.Log);
}
