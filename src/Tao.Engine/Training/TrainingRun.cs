using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Engine.Artifacts;
using Tao.Engine.Stages;
using Tao.Networks;
using Tao.Objectives;
using Tao.Runtime;
using Tao.Runtime.Optimization;
using TorchSharp;

namespace Tao.Engine.Training;

/// <summary>Sets up one training run from a plan, resumes it when there is something to resume, and runs it.</summary>
internal sealed class TrainingRun(StageContext context, FolderDataset train, FolderDataset validation)
{
    public const string LogFile = "training.csv";
    private const string WeightsFolder = "weights";

    private readonly TrainingPlan _plan = context.Network.Training;
    private readonly CheckpointStore _store = new(context.Request.FullOutputDirectory, context.Fingerprint);

    /// <returns>The best model by validation accuracy.</returns>
    public ModelArtifact Execute(CancellationToken cancellation)
    {
        var resumed = Resume();
        var (model, template) = Begin(resumed?.Artifact);
        using var module = new GraphModule(model, Devices.Resolve(context.Request.Device));
        using var optimizer = ParameterOptimizer.Create(_plan.Optimizer, module.Trainable, _plan.Regularizer);
        if (resumed?.Artifact.OptimizerState is { } optimizerState)
            optimizer.WriteState(optimizerState);

        var objective = context.Network.CreateObjective(train.Classes, ClassWeights());
        var loader = Loader(train, _plan.Augmentation, shuffle: true);
        var validator = new Validator(context.Network.CreateObjective(train.Classes, []), Loader(validation, null, shuffle: false));
        var schedule = new TrainingSchedule(_plan.Epochs, _plan.Schedule, context.Seed);
        var state = resumed?.State ?? InitialState(loader.StepsPerEpoch);
        var loop = new TrainingLoop(module, objective, optimizer, schedule, loader, validator)
        {
            Hooks = Hooks(module, optimizer, template, state),
            Clock = context.Clock,
        };
        loop.Run(state, cancellation);
        return _store.ReadBest();
    }

    /// <summary>TAO's <c>--init_epoch</c>: go on with the schedule at that epoch, with the weights given as pretrained ones.</summary>
    private TrainingState InitialState(int stepsPerEpoch)
    {
        int first = context.Options.Int("init_epoch", 1, 1);
        context.Options.ThrowIfErrors();
        return new TrainingState { Epoch = first - 1, GlobalStep = (long)(first - 1) * stepsPerEpoch };
    }

    private (ModelArtifact Artifact, TrainingState State)? Resume()
    {
        var mode = context.Options.Name("resume", ResumeMode.Auto);
        context.Options.ThrowIfErrors();
        var last = mode == ResumeMode.Never ? null : _store.ReadLast();
        if (last is { } found)
        {
            context.Log($"Resuming after epoch {found.State.Epoch}, step {found.State.StepInEpoch}.");
            return found;
        }
        if (mode == ResumeMode.Require)
        {
            throw StageContext.Error(
                EngineCodes.NothingToResume, "There is no checkpoint of this run to resume.", "Set resume to auto, or put the checkpoint of an equal run in place.");
        }
        _store.Clear();
        string weights = context.Output(WeightsFolder);
        if (Directory.Exists(weights))
            Directory.Delete(weights, recursive: true);
        return null;
    }

    private (Graph.Model Model, ModelArtifact Template) Begin(ModelArtifact? resumed)
    {
        var start = resumed is null
            ? TrainingStart.Create(context, train.Classes)
            : new TrainingStart(resumed.Model, resumed.Manifest.ParentSha256);
        var manifest = new ArtifactManifest(context.Request.Network, context.Fingerprint, context.Seed, EngineVersion.Current) { ParentSha256 = start.ParentSha256 };
        return (start.Model, new ModelArtifact(manifest, start.Model)
        {
            Labels = train.Classes,
            PreprocessingJson = context.Network.Dataset.Preprocessing.ToJson(),
        });
    }

    private ITrainingHook[] Hooks(GraphModule module, ParameterOptimizer optimizer, ModelArtifact template, TrainingState state)
    {
        IStatefulHook[] stateful = _plan.EarlyStopping is { } stopping ? [new EarlyStoppingHook(stopping)] : [];
        var checkpoint = new CheckpointHook(_store, module, optimizer, template)
        {
            WeightsDirectory = context.Output(WeightsFolder),
            Stem = _plan.ModelStem,
            Interval = _plan.CheckpointInterval,
            Epochs = _plan.Epochs,
            Stateful = stateful,
        };
        foreach (var hook in stateful.Append(checkpoint))
        {
            if (state.Hooks.TryGetValue(hook.Name, out var memory))
                hook.Load(memory);
        }
        return [new ProgressHook(context.Events, context.Clock, _plan.Epochs), new CsvLogHook(context.Output(LogFile)), .. stateful, checkpoint];
    }

    private BatchLoader Loader(FolderDataset dataset, TrainingAugmentation? augmentation, bool shuffle) => new(
        dataset,
        context.Network.Dataset.Preprocessing,
        augmentation,
        new BatchLoaderOptions
        {
            BatchSize = _plan.BatchSize,
            Shuffle = shuffle,
            Seed = context.Seed,
            Workers = _plan.Workers > 0 ? _plan.Workers : Environment.ProcessorCount,
        });

    private ImmutableArray<float> ClassWeights()
    {
        if (!_plan.BalanceClasses && _plan.ClassWeights.IsEmpty)
            return [];
        var counts = train.CountByClass();
        return [.. train.Classes.Select((name, i) =>
            (float)_plan.ClassWeights.GetValueOrDefault(name, _plan.BalanceClasses ? (double)train.Samples.Length / (counts.Length * Math.Max(1, counts[i])) : 1))];
    }
}
