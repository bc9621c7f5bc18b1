using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Engine.Artifacts;
using Tao.Engine.Datasets;
using Tao.Engine.Pretrained;
using Tao.Engine.Quantization;
using Tao.Engine.Stages;
using Tao.Graph.Passes;
using Tao.Networks;
using Tao.Objectives;
using Tao.Runtime;
using Tao.Runtime.Optimization;
using Tao.Specs;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Training;

/// <summary>Sets up one training run from a plan, resumes it when there is something to resume, and runs it.</summary>
internal sealed class TrainingRun(StageContext context, ImageDataset train, ImageDataset validation)
{
    private const string WeightsFolder = "weights";
    public const string EventsFolder = "events";

    // Of feature maps that is far more than a channel's mean and variance need.
    private const int StatisticsImages = 256;

    private readonly TrainingPlan _plan = context.Network.Training;
    private readonly CheckpointStore _store = new(context.Request.FullOutputDirectory, context.Fingerprint);

    private (ModelArtifact Artifact, TrainingState State)? _resumed;
    private TrainingStart? _start;

    /// <summary>Finds and reads what the run starts from, and checks what can be checked before the first step. Writes nothing.</summary>
    public void Prepare()
    {
        Devices.Resolve(context.Request.Device);
        FirstEpoch(context);
        ClassWeights();
        _resumed = FindCheckpoint();
        _start = _resumed?.Artifact is { } artifact
            ? new TrainingStart(artifact.Model, artifact.Manifest.ParentSha256)
            : TrainingStart.Create(context, train.LabelSets);
        QuantizationAwareTraining.Check(context, _start);
    }

    /// <returns>The best model by the objective's key metric.</returns>
    public ModelArtifact Execute(CancellationToken cancellation)
    {
        var resumed = _resumed;
        if (resumed is { } found)
            context.Log($"Resuming after epoch {found.State.Epoch}, step {found.State.StepInEpoch}.");
        else
            ClearTraces(context);
        var device = Devices.Resolve(context.Request.Device);
        var start = ForEightBits(WithStatistics(_start!, device, cancellation), device, cancellation);
        var template = Template(start);
        using var module = new GraphModule(start.Model, device);
        using var optimizer = ParameterOptimizer.Create(_plan.Optimizer, module.Trainable, _plan.Regularizer);
        using var average = _plan.MovingAverage ? new ExponentialMovingAverage(module) : null;
        if (resumed?.Artifact.OptimizerState is { } saved)
        {
            optimizer.WriteState(saved);
            average?.WriteCurrent(saved);
        }

        var objective = context.Network.CreateObjective(train.LabelSets, ClassWeights());
        var loader = Loader(train, _plan.Augmentation, shuffle: true);
        var validator = new Validator(context.Network.CreateObjective(train.LabelSets, []), Loader(validation, null, shuffle: false));
        var schedule = new TrainingSchedule(_plan.Epochs, _plan.Schedule, context.Seed);
        var state = resumed?.State ?? InitialState(loader.StepsPerEpoch);
        using var tensorBoard = TensorBoard(module, loader);
        IStatefulHook[] stateful = _plan.EarlyStopping is { } stopping ? [new EarlyStoppingHook(stopping)] : [];
        var checkpoint = new CheckpointHook(_store, module, optimizer, template)
        {
            WeightsDirectory = context.Output(WeightsFolder),
            Stem = _plan.ModelStem,
            KeyMetrics = objective.KeyMetrics,
            Interval = _plan.CheckpointInterval,
            Epochs = _plan.Epochs,
            Stateful = stateful,
            Average = average,
        };
        var hooks = Hooks(stateful, checkpoint, state);
        var loop = new TrainingLoop(module, objective, optimizer, schedule, loader, validator)
        {
            Hooks = tensorBoard is null ? hooks : [tensorBoard, .. hooks],
            Clock = context.Clock,
            Average = average,
            ValidationPeriod = _plan.ValidationPeriod,
        };
        loop.Run(state, cancellation);
        return _store.ReadBest();
    }

    private TrainingStart WithStatistics(TrainingStart start, Device device, CancellationToken cancellation)
    {
        if (start.Folded.Count == 0)
            return start;
        var images = SampleImages.Take(train, StatisticsImages);
        context.Log($"{start.Folded.Count} batch normalisations are folded into the pretrained weights; their statistics are taken from {images.Samples.Length} training images.");
        var batches = Loader(images, null, shuffle: false).ReadEpoch(0, 0, cancellation);
        return start with { Model = FoldedBatchNorms.Restore(start.Model, start.Folded, batches, device), Folded = [] };
    }

    private TrainingStart ForEightBits(TrainingStart start, Device device, CancellationToken cancellation)
    {
        if (!_plan.QuantizationAware || StripFakeQuantPass.IsQuantized(start.Model.Graph))
            return start;
        var images = SampleImages.Take(train, StatisticsImages);
        context.Log($"Training for 8 bits: batch normalisations are folded, and the ranges start from {images.Samples.Length} training images.");
        return start with { Model = QuantizationAwareTraining.Begin(start.Model, () => Loader(images, null, shuffle: false).ReadEpoch(0, 0, cancellation), device) };
    }

    /// <summary>TAO's <c>--init_epoch</c>: go on with the schedule at that epoch, with the weights given as pretrained ones.</summary>
    private TrainingState InitialState(int stepsPerEpoch)
    {
        int first = FirstEpoch(context);
        return new TrainingState { Epoch = first - 1, GlobalStep = (long)(first - 1) * stepsPerEpoch };
    }

    /// <summary>The option <c>resume</c>. No part of the fingerprint: a resumed run ends with the bytes of an unbroken one.</summary>
    public static ResumeMode Resume(StageContext context)
    {
        var mode = context.Options.Name("resume", ResumeMode.Auto);
        context.Options.ThrowIfErrors();
        return mode;
    }

    private static int FirstEpoch(StageContext context)
    {
        var plan = context.Network.Training;
        int first = context.Options.Int("init_epoch", plan.FirstEpoch, 1);
        context.Options.ThrowIfErrors();
        return first <= plan.Epochs ? first : throw StageContext.Error(
            EngineCodes.BadOption, $"Training is to start at epoch {first}, but it ends with epoch {plan.Epochs}.", $"Raise {plan.EpochsField}, or begin earlier.");
    }

    private (ModelArtifact Artifact, TrainingState State)? FindCheckpoint()
    {
        var mode = Resume(context);
        var last = mode == ResumeMode.Never ? null : _store.ReadLast();
        return last is null && mode == ResumeMode.Require
            ? throw StageContext.Error(
                EngineCodes.NothingToResume, "There is no checkpoint of this run to resume.", "Set resume to auto, or put the checkpoint of an equal run in place.")
            : last;
    }

    /// <summary>
    /// Removes what another run left here. The models of the epochs before <c>init_epoch</c> stay, and so does the file that training
    /// starts from: with TAO's flags it is often one of them.
    /// </summary>
    public static void ClearTraces(StageContext context)
    {
        new CheckpointStore(context.Request.FullOutputDirectory, context.Fingerprint).Clear();
        bool afresh = FirstEpoch(context) == 1;
        if (Directory.Exists(context.Output(EventsFolder)) && afresh)
            Directory.Delete(context.Output(EventsFolder), recursive: true);
        string weights = context.Output(WeightsFolder);
        if (!afresh || !Directory.Exists(weights))
            return;
        string pretrained = TrainingStart.PretrainedPath(context);
        foreach (string file in Directory.EnumerateFiles(weights).Where(file => file != pretrained).ToList())
            File.Delete(file);
    }

    private ModelArtifact Template(TrainingStart start)
    {
        var manifest = new ArtifactManifest(context.Request.Network, context.Fingerprint, context.Seed, EngineVersion.Current) { ParentSha256 = start.ParentSha256 };
        return new ModelArtifact(manifest, start.Model)
        {
            LabelSets = train.LabelSets,
            PreprocessingJson = context.Network.Dataset.Preprocessing.ToJson(),
        };
    }

    private ITrainingHook[] Hooks(IStatefulHook[] stateful, CheckpointHook checkpoint, TrainingState state)
    {
        foreach (var hook in stateful.Append(checkpoint))
        {
            if (state.Hooks.TryGetValue(hook.Name, out var memory))
                hook.Load(memory);
        }
        return [new ProgressHook(context.Events, context.Clock, _plan.Epochs), new CsvLogHook(context.Output(_plan.LogFile)), .. stateful, checkpoint];
    }

    private TensorBoardHook? TensorBoard(GraphModule module, BatchLoader loader)
    {
        if (_plan.Visualizer is not { } plan)
            return null;
        var transform = context.Network.Dataset.Preprocessing.Transform;
        return new TensorBoardHook(context.Output(EventsFolder), plan, module, context.Clock, (epoch, count) =>
        {
            using var batch = loader.ReadEpoch(epoch, 0, CancellationToken.None).First();
            return InputPictures.Of(batch, transform, count).ToList();
        });
    }

    private BatchLoader Loader(ImageDataset dataset, TrainingAugmentation? augmentation, bool shuffle) => new(
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
        var classes = train.LabelSets[0].Classes;
        if (_plan.ClassWeights.Keys.Except(classes).ToList() is { Count: > 0 } strangers)
        {
            throw StageContext.Error(
                SpecCodes.NotAllowed, $"Weights are given for {string.Join(", ", strangers.Select(name => $"'{name}'"))}, which the data does not have.",
                $"Its classes are: {string.Join(", ", classes)}.", context.Network.LocationOf(_plan.ClassWeightsField));
        }
        var counts = train.CountByClass();
        return [.. classes.Select((name, i) =>
            (float)_plan.ClassWeights.GetValueOrDefault(name, _plan.BalanceClasses ? (double)counts.Sum() / (counts.Length * Math.Max(1, counts[i])) : 1))];
    }
}
