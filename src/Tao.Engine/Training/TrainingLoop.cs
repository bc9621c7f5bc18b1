using System.Collections.Immutable;
using System.Globalization;
using Tao.Data.Loading;
using Tao.Engine.Stages;
using Tao.Objectives;
using Tao.Runtime;
using Tao.Runtime.Optimization;
using Tao.Runtime.Schedules;
using Tao.Specs;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Training;

/// <summary>The one training loop. Everything but the steps themselves hangs on hooks.</summary>
internal sealed class TrainingLoop(
    GraphModule module, IObjective objective, ParameterOptimizer optimizer, TrainingSchedule schedule, BatchLoader train, Validator validator)
{
    private readonly ImmutableArray<string> _lossValues = objective.LossValues(module.Graph);
    private readonly string _inputName = module.Graph.Inputs[0].Name;

    public required IReadOnlyList<ITrainingHook> Hooks { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Epochs between validations; the last epoch always has one.</summary>
    public int ValidationPeriod { get; init; } = 1;

    /// <summary>What validation and checkpoints use in place of the last step's weights; null for those.</summary>
    public ExponentialMovingAverage? Average { get; init; }

    /// <summary>Runs from <paramref name="state"/> to the end; on cancellation lets the hooks save and throws.</summary>
    public void Run(TrainingState state, CancellationToken cancellation)
    {
        foreach (var hook in Hooks)
            hook.OnStart(state);
        while (state.Epoch < schedule.Epochs && !state.StopRequested)
            RunEpoch(state, cancellation);
    }

    private void RunEpoch(TrainingState state, CancellationToken cancellation)
    {
        long started = Clock.GetTimestamp();
        if (state.StepInEpoch == 0)
            state.BeginEpoch();
        try
        {
            foreach (var batch in train.ReadEpoch(state.Epoch, state.StepInEpoch, cancellation))
            {
                using (batch)
                    Step(batch, state);
                foreach (var hook in Hooks)
                    hook.OnStep(state, train.StepsPerEpoch);
                cancellation.ThrowIfCancellationRequested();
            }
            bool validates = (state.Epoch + 1) % ValidationPeriod == 0 || state.Epoch + 1 == schedule.Epochs;
            var log = validates ? Validate(state, cancellation) : Log(state, ImmutableSortedDictionary<string, double>.Empty);
            // The last step's weights show in no training loss.
            if (log.TryGetValue(objective.KeyMetrics.ValidationLoss, out double loss) && !double.IsFinite(loss))
                throw Diverged(state, "validation loss", loss);
            state.Epoch++;
            state.StepInEpoch = 0;
            var report = new EpochReport(state.Epoch, schedule.Epochs, log, Clock.GetElapsedTime(started));
            foreach (var hook in Hooks)
                hook.OnEpoch(state, report);
        }
        catch (OperationCanceledException)
        {
            foreach (var hook in Hooks)
                hook.OnInterrupted(state);
            throw;
        }
    }

    private void Step(ImageBatch batch, TrainingState state)
    {
        using var scope = NewDisposeScope();
        state.LearningRate = schedule.LearningRate.At(state.GlobalStep, schedule.TotalSteps(train.StepsPerEpoch));

        // Dropout draws from torch's generator: a seed of its own for every step makes a resumed run equal to an unbroken one.
        manual_seed(schedule.StepSeed(state.GlobalStep));
        optimizer.ZeroGradients();
        var input = BatchTensors.Upload(batch, module.Device);
        var run = module.Run(new Dictionary<string, Tensor> { [_inputName] = input }, _lossValues, ForwardMode.Training);
        Tensor[] values = [.. _lossValues.Select(name => run[name])];
        var targets = objective.AssignTargets(batch).to(module.Device);
        var loss = objective.Loss(values, targets);
        double lossValue = loss.ToDouble();
        if (!double.IsFinite(lossValue))
            throw Diverged(state, "training loss", lossValue);
        loss.backward();
        optimizer.Step(state.LearningRate);

        // Keras reports the loss with the penalty of the weights that made it.
        state.LossSum += (lossValue + optimizer.LastPenalty) * batch.Count;
        foreach (var (name, sum) in objective.LogSums(values, targets))
            state.Sums[name] = state.Sums.GetValueOrDefault(name) + sum;
        state.SampleCount += batch.Count;
        state.StepInEpoch++;
        state.GlobalStep++;
        Average?.Update(state.GlobalStep);
    }

    private ImmutableSortedDictionary<string, double> Validate(TrainingState state, CancellationToken cancellation)
    {
        using var average = Average?.Apply();
        return Log(state, validator.Measure(module, cancellation).LogColumns());
    }

    private ImmutableSortedDictionary<string, double> Log(TrainingState state, ImmutableSortedDictionary<string, double> validation)
    {
        var log = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        log["loss"] = state.LossSum / Math.Max(1, state.SampleCount);
        log["lr"] = state.LearningRate;
        foreach (var (name, sum) in state.Sums)
            log[name] = sum / Math.Max(1, state.SampleCount);
        foreach (var (name, value) in validation)
            log[name] = value + (name == objective.KeyMetrics.ValidationLoss ? optimizer.Penalty() : 0);
        return log.ToImmutable();
    }

    private static TaoException Diverged(TrainingState state, string name, double loss) => StageContext.Error(
        EngineCodes.LossNotFinite,
        string.Create(CultureInfo.InvariantCulture, $"The {name} became {loss} in epoch {state.Epoch + 1}, after {state.StepInEpoch} steps."),
        string.Create(CultureInfo.InvariantCulture, $"Lower the learning rate (it was {state.LearningRate:G4}), or check the data for extreme values."));
}
