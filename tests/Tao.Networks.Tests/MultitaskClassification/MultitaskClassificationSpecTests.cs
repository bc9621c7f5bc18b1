using System.Text.Json;
using Tao.Data.Classification;
using Tao.Networks.MultitaskClassification;
using Tao.Runtime.Optimization;
using Tao.Runtime.Schedules;
using Tao.Specs;

namespace Tao.Networks.Tests.MultitaskClassification;

public sealed class MultitaskClassificationSpecTests
{
    private const string _valid = """
        random_seed: 42
        dataset_config { train_csv_path: "d/train.csv" image_directory_path: "d/images" val_csv_path: "d/val.csv" }
        model_config { arch: "resnet" n_layers: 10 use_batch_norm: True use_bias: False all_projections: False freeze_bn: False input_image_size: "3,80,60" }
        training_config {
          batch_size_per_gpu: 16
          checkpoint_interval: 10
          num_epochs: 80
          n_workers: 4
          learning_rate { soft_start_cosine_annealing_schedule { min_learning_rate: 1e-6 max_learning_rate: 1e-2 soft_start: 0.1 } }
          regularizer { type: L1 weight: 9e-5 }
          optimizer { sgd { momentum: 0.9 nesterov: False } }
          pretrain_model_path: "d/resnet10.tlt"
        }
        """;

    private static readonly System.Collections.Immutable.ImmutableArray<LabelSet> _labelSets = [new("colour", ["blue", "red"]), new("kind", ["bag", "cap", "shoe"])];

    [Fact]
    public void A_spec_in_TAOs_own_style_means_what_it_says()
    {
        var (network, bag) = Bind(_valid);

        Assert.Empty(bag.Items);
        var plan = network.Training;
        Assert.Equal((80, 16, 10, 4), (plan.Epochs, plan.BatchSize, plan.CheckpointInterval, plan.Workers));
        Assert.Equal((ulong?)42, plan.Seed);
        Assert.Equal(new SgdSettings(0.9f), plan.Optimizer);
        Assert.Equal(new CosineSchedule(1e-2f, 1e-6f, 0.1f), plan.Schedule);
        Assert.Equal((RegularizerKind.L1, 9e-5f), (plan.Regularizer.Kind, (float)plan.Regularizer.Weight));
        Assert.Equal(("d/resnet10.tlt", "training_config.pretrain_model_path", 1), (plan.PretrainedModel, plan.PretrainedField, plan.FirstEpoch));
        Assert.Equal(("multitask_cls_resnet10_epoch", "multitask_cls_training_log_resnet.csv"), (plan.ModelStem, plan.LogFile));
        Assert.Equal((80, 60, PreprocessMode.Caffe), (network.Dataset.Preprocessing.Height, network.Dataset.Preprocessing.Width, network.Dataset.Preprocessing.Mode));
        Assert.Equal(("d/val.csv", "d/images"), (network.Dataset.Validation.Path, network.Dataset.Images!.Path));
    }

    [Theory]
    [InlineData("pretrain_model_path: \"d/resnet10.tlt\"", "resume_model_path: \"w/multitask_cls_resnet10_epoch_010.tlt\"", "resume_model_path", 11)]
    [InlineData("pretrain_model_path: \"d/resnet10.tlt\"", "resume_model_path: \"w/model.tlt\"", "resume_model_path", 1)]
    [InlineData("pretrain_model_path: \"d/resnet10.tlt\"", "pruned_model_path: \"w/pruned_010.tlt\"", "pruned_model_path", 1)]
    public void The_model_to_start_from_is_one_of_three(string from, string to, string field, int firstEpoch)
    {
        var plan = Bind(_valid.Replace(from, to, StringComparison.Ordinal)).Network.Training;
        Assert.Equal(($"training_config.{field}", firstEpoch), (plan.PretrainedField, plan.FirstEpoch));
        Assert.StartsWith("w/", plan.PretrainedModel, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("use_bias: False", "use_bias: False retain_head: true", "'retain_head' has no effect")]
    [InlineData("use_bias: False", "use_bias: False activation { activation_type: \"mish\" }", "'activation' has no effect")]
    [InlineData("use_bias: False", "use_bias: False batch_norm_config { momentum: 0.9 }", "'batch_norm_config' has no effect")]
    [InlineData("use_bias: False", "use_bias: False resize_interpolation_method: BICUBIC", "'resize_interpolation_method' has no effect")]
    [InlineData("num_epochs: 80", "num_epochs: 80 enable_qat: true", "'enable_qat' has no effect")]
    [InlineData("num_epochs: 80", "num_epochs: 80 model_ema: true", "'model_ema' has no effect")]
    [InlineData("num_epochs: 80", "num_epochs: 80 cost_scaling { enabled: true }", "'cost_scaling' has no effect")]
    [InlineData("num_epochs: 80", "num_epochs: 80 max_queue_size: 4", "'max_queue_size' has no effect")]
    public void What_has_no_effect_is_said(string from, string to, string expected)
    {
        var bag = Bind(_valid.Replace(from, to, StringComparison.Ordinal)).Bag;
        var finding = Assert.Single(bag.Items);
        Assert.Equal((SpecCodes.Ignored, DiagnosticSeverity.Warning), (finding.Code, finding.Severity));
        Assert.Contains(expected, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soft_start: 0.1", "soft_start: 1", SpecCodes.OutOfRange)]
    [InlineData("max_learning_rate: 1e-2", "max_learning_rate: 1e-7", SpecCodes.Contradiction)]
    [InlineData("weight: 9e-5", "weight: 0", SpecCodes.Contradiction)]
    [InlineData("sgd { momentum: 0.9 nesterov: False }", "", SpecCodes.Contradiction)]
    [InlineData("\"3,80,60\"", "\"80,60,3\"", SpecCodes.Contradiction)]
    [InlineData("image_directory_path: \"d/images\"", "", SpecCodes.MissingField)]
    [InlineData("pretrain_model_path: \"d/resnet10.tlt\"", "pretrain_model_path: \"a\" pruned_model_path: \"b\"", SpecCodes.OneOfConflict)]
    public void Mistakes_are_found(string from, string to, string code)
    {
        Assert.Contains(from, _valid, StringComparison.Ordinal);
        Assert.Contains(Bind(_valid.Replace(from, to, StringComparison.Ordinal)).Bag.Items, finding => finding.Code == code);
    }

    [Fact]
    public void A_weight_for_an_unknown_task_is_an_error_at_its_place()
    {
        var network = Bind("task_weights { key: \"color\" value: 2 }\n" + _valid).Network;
        var finding = Assert.Single(Assert.Throws<TaoException>(() => network.CreateObjective(_labelSets, [])).Diagnostics);
        Assert.Equal((SpecCodes.NotAllowed, 1), (finding.Code, finding.Location!.Line));
        Assert.Contains("colour, kind", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_named_like_a_layer_is_the_users_error()
    {
        var error = Assert.Throws<TaoException>(() => Bind(_valid).Network.BuildGraph([.. _labelSets, new("conv1", ["a", "b"])]));
        Assert.Contains("'conv1'", Assert.Single(error.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_label_file_is_TAOs_class_mapping()
    {
        var file = Bind(_valid).Network.DescribeLabels(_labelSets);
        Assert.Equal("class_mapping.json", file.Name);
        Assert.Equal(
            """{"tasks":["colour","kind"],"class_mapping":{"colour":{"0":"blue","1":"red"},"kind":{"0":"bag","1":"cap","2":"shoe"}}}""", JsonSerializer.Serialize(file.Entries));
    }

    [Fact]
    public void Every_task_has_a_head_of_TAOs_layers()
    {
        var graph = Bind(_valid).Network.BuildGraph(_labelSets);
        Assert.Equal(["colour", "kind"], graph.Outputs);
        var names = graph.Parameters().Where(parameter => !parameter.Name.StartsWith("block_", StringComparison.Ordinal)).Select(parameter => $"{parameter.Name} {parameter.Spec.Shape}").ToList();
        Assert.Contains("multitask_kind_conv1.weight 128x512x3x3", names);
        Assert.Contains("multitask_kind_conv2.weight 64x128x3x3", names);
        Assert.Contains("multitask_kind_conv2_bn.weight 64", names);
        Assert.Contains("kind.weight 3x64", names);
        Assert.DoesNotContain(names, name => name.StartsWith("multitask_kind_conv1.bias", StringComparison.Ordinal));
    }

    private static (BoundNetwork Network, DiagnosticBag Bag) Bind(string text)
    {
        var bag = new DiagnosticBag();
        var root = SpecReader.Parse(text, "train.txt", SpecFormat.ProtobufText, bag);
        return (new MultitaskClassificationNetwork().Bind(root, SpecStages.Train | SpecStages.Dataset, bag), bag);
    }
}
