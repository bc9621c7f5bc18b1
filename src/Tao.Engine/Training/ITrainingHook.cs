using System.Text.Json.Nodes;

namespace Tao.Engine.Training;

/// <summary>Attaches to the training loop; hooks run in the order of their list, so what saves the state comes last.</summary>
internal interface ITrainingHook
{
    /// <summary>Before the first step; <paramref name="state"/> is a resumed one unless it is new.</summary>
    void OnStart(TrainingState state)
    {
    }

    void OnStep(TrainingState state, int stepsPerEpoch)
    {
    }

    void OnEpoch(TrainingState state, EpochReport report)
    {
    }

    /// <summary>The run was asked to stop in mid-epoch.</summary>
    void OnInterrupted(TrainingState state)
    {
    }
}

/// <summary>A hook whose memory travels in checkpoints.</summary>
internal interface IStatefulHook : ITrainingHook
{
    string Name { get; }

    JsonNode Save();

    void Load(JsonNode memory);
}
