using System.Collections.Immutable;
using Tao.Data;
using Tao.Data.Classification;
using Tao.Graph;
using Tao.Imaging;
using Tao.Networks.Backbones;
using Tao.Networks.Blocks;
using Tao.Objectives;
using Tao.Objectives.Classification;
using Tao.Specs;

namespace Tao.Networks.MultitaskClassification;

/// <summary>The multitask classifier that a spec describes.</summary>
internal sealed class BoundMultitaskClassification(BoundSpec<MultitaskClassificationSpec> spec) : BoundNetwork
{
    private MultitaskClassificationSpec Value => spec.Value;

    public override object Spec => Value;

    public override TrainingPlan Training => CommonTraining.Plan(
        Value.TrainingConfig,
        "training_config",
        $"multitask_cls_{Value.ModelConfig.FileStem}_epoch",
        // The fixed amounts of TAO's generator.
        new TrainingAugmentation { HorizontalFlip = true, ShiftRange = 0.1, ZoomRange = 0.2 }) with
    {
        QuantizationAware = false,
        MovingAverage = false,
        Seed = Value.RandomSeed == 0 ? null : Value.RandomSeed,
        LogFile = $"multitask_cls_training_log_{Value.ModelConfig.Arch}.csv",
    };

    public override DatasetPlan Dataset => new()
    {
        Format = DatasetFormat.LabelTable,
        Train = new SplitPlan(Value.DatasetConfig.TrainCsvPath, "dataset_config.train_csv_path"),
        Validation = new SplitPlan(Value.DatasetConfig.ValCsvPath, "dataset_config.val_csv_path"),
        Test = new SplitPlan("", null),
        Images = new SplitPlan(Value.DatasetConfig.ImageDirectoryPath, "dataset_config.image_directory_path"),
        Preprocessing = new ImagePreprocessing
        {
            Height = Value.ModelConfig.ImageSize.Height,
            Width = Value.ModelConfig.ImageSize.Width,
            Channels = Value.ModelConfig.ImageSize.Channels,
            Mode = PreprocessMode.Caffe,
            Interpolation = Interpolation.Nearest,
        },
    };

    /// <summary>The schema has no evaluation message: as in TAO the validation data and the training's batch size serve.</summary>
    public override EvaluationPlan Evaluation => new(
        (int)Value.TrainingConfig.BatchSizePerGpu, TopK: 1, (int)Value.TrainingConfig.NWorkers, CenterCrop: false, ModelPath: "");

    public override ImmutableArray<LabelSet> ExampleLabels => [new("colour", ["red", "green"]), new("shape", ["disc", "ring", "bar"])];

    public override NetworkGraph BuildGraph(ImmutableArray<LabelSet> labelSets)
    {
        if (labelSets.SequenceEqual(ExampleLabels))
            return MultitaskClassificationGraph.Build(Value.ModelConfig, labelSets);
        try
        {
            return MultitaskClassificationGraph.Build(Value.ModelConfig, labelSets);
        }
        catch (GraphException exception)
        {
            // The same network was built with other tasks when the spec was bound, so it is the names.
            throw new TaoException(new Diagnostic(
                DataCodes.LabelTableUnreadable, DiagnosticSeverity.Error, $"A task has the name of another part of the network: {exception.Message}", "Rename the column of the label tables.", null));
        }
    }

    public override IReadOnlyDictionary<string, string> PublishedNames(NetworkGraph graph) => BackboneCatalog.Find(Value.ModelConfig.Arch)!.TorchvisionNames(graph);

    public override IObjective CreateObjective(ImmutableArray<LabelSet> labelSets, ImmutableArray<float> classWeights)
    {
        if (Value.TaskWeights.Keys.Except(labelSets.Select(set => set.Name)).ToList() is { Count: > 0 } strangers)
        {
            throw new TaoException(new Diagnostic(
                SpecCodes.NotAllowed, DiagnosticSeverity.Error, $"Weights are given for {string.Join(", ", strangers.Select(name => $"'{name}'"))}, which the label table does not have.",
                $"Its tasks are: {string.Join(", ", labelSets.Select(set => set.Name))}.", LocationOf("task_weights")));
        }
        return new MultitaskObjective(labelSets, [.. labelSets.Select(set => Value.TaskWeights.GetValueOrDefault(set.Name, 1))]);
    }

    public override LabelFile DescribeLabels(ImmutableArray<LabelSet> labelSets) => new("class_mapping.json", new Dictionary<string, object>
    {
        ["tasks"] = labelSets.Select(set => set.Name),
        ["class_mapping"] = labelSets.ToDictionary(
            set => set.Name,
            set => set.Classes.Select((name, index) => (name, index)).ToDictionary(pair => FormattableString.Invariant($"{pair.index}"), pair => pair.name)),
    });

    public override SourceLocation? LocationOf(string path) => spec.LocationOf(path);
}
