using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Runtime.Optimization;
using Tao.Specs;

namespace Tao.Networks.Tests.Detection;

/// <summary>Specs of ssd, dssd and retinanet in TAO's own style, and what they mean.</summary>
public sealed class DetectorSpecTests
{
    private const string Data =
        """
        random_seed: 42
        dataset_config {
          data_sources: {
            tfrecords_path: "/workspace/tao-experiments/data/tfrecords/kitti_train*"
          }
          target_class_mapping { key: "car" value: "car" }
          target_class_mapping { key: "pedestrian" value: "pedestrian" }
          target_class_mapping { key: "cyclist" value: "cyclist" }
          target_class_mapping { key: "van" value: "car" }
          target_class_mapping { key: "person_sitting" value: "pedestrian" }
          validation_data_sources: {
            label_directory_path: "/workspace/tao-experiments/data/val/label"
            image_directory_path: "/workspace/tao-experiments/data/val/image"
          }
        }

        """;

    private const string Network =
        """
          aspect_ratios_global: "[1.0, 2.0, 0.5, 3.0, 1.0/3.0]"
          scales: "[0.05, 0.1, 0.25, 0.4, 0.55, 0.7, 0.85]"
          two_boxes_for_ar1: true
          clip_boxes: false
          variances: "[0.1, 0.1, 0.2, 0.2]"
          arch: "resnet"
          nlayers: 18
          freeze_bn: false
          freeze_blocks: 0

        """;

    private const string Ssd = Data + "ssd_config {\n" + Network + "}\n" + Rest;

    private const string Rest =
        """
        training_config {
          batch_size_per_gpu: 16
          num_epochs: 80
          enable_qat: false
          learning_rate {
            soft_start_annealing_schedule { min_learning_rate: 5e-5 max_learning_rate: 2e-2 soft_start: 0.15 annealing: 0.8 }
          }
          regularizer { type: L1 weight: 3e-5 }
          checkpoint_interval: 10
          early_stopping { monitor: "val_loss" patience: 5 min_delta: 0.01 }
        }
        eval_config {
          validation_period_during_training: 10
          average_precision_mode: SAMPLE
          batch_size: 16
          matching_iou_threshold: 0.5
        }
        nms_config { confidence_threshold: 0.01 clustering_iou_threshold: 0.6 top_k: 200 }
        augmentation_config { output_width: 300 output_height: 300 output_channel: 3 }

        """;

    private const string RetinaNet = Data +
        """
        retinanet_config {
          aspect_ratios_global: "[1.0, 2.0, 0.5]"
          scales: "[0.045, 0.09, 0.2, 0.4, 0.55, 0.7]"
          two_boxes_for_ar1: false
          clip_boxes: false
          loss_loc_weight: 0.8
          focal_loss_alpha: 0.25
          focal_loss_gamma: 2.0
          variances: "[0.1, 0.1, 0.2, 0.2]"
          arch: "resnet"
          nlayers: 18
          n_kernels: 1
          n_anchor_levels: 1
          feature_size: 256
          freeze_bn: False
          freeze_blocks: 0
        }
        training_config {
          enable_qat: False
          batch_size_per_gpu: 8
          num_epochs: 100
          pretrain_model_path: "/workspace/tao-experiments/retinanet/resnet_18.hdf5"
          optimizer { sgd { momentum: 0.9 nesterov: True } }
          learning_rate {
            soft_start_annealing_schedule { min_learning_rate: 4e-5 max_learning_rate: 1.5e-2 soft_start: 0.1 annealing: 0.3 }
          }
          regularizer { type: L1 weight: 2e-5 }
        }
        eval_config { validation_period_during_training: 10 average_precision_mode: SAMPLE batch_size: 8 matching_iou_threshold: 0.5 }
        nms_config { confidence_threshold: 0.01 clustering_iou_threshold: 0.6 top_k: 200 }
        augmentation_config { output_width: 1248 output_height: 384 output_channel: 3 }
        """;

    [Theory]
    [InlineData("ssd", Ssd)]
    [InlineData("ssd", Data + "dssd_config {\n" + Network + "pred_num_channels: 512\n}\n" + Rest)]
    [InlineData("dssd", Data + "dssd_config {\n" + Network + "pred_num_channels: 0\n}\n" + Rest)]
    [InlineData("retinanet", RetinaNet)]
    public void A_spec_in_TAOs_style_parses_without_a_word(string network, string text)
    {
        Bind(network, text, out var bag);
        Assert.Empty(bag.Items);
    }

    [Fact]
    public void Ssd_trains_as_TAO_does()
    {
        var bound = Bind("ssd", Ssd, out _);
        var training = bound.Training;
        Assert.Equal(new SgdSettings(0.9), training.Optimizer);
        Assert.Equal(("ssd_resnet18_epoch", "ssd_training_log_resnet18.csv", 10, 10), (training.ModelStem, training.LogFile, training.ValidationPeriod, training.CheckpointInterval));
        Assert.Equal(new EarlyStoppingPlan("validation_loss", 0.01f, 5), training.EarlyStopping);
        Assert.Equal((0.3f, 1.0), (training.Augmentation.Detection!.CropScale.Least, training.Augmentation.Detection.CropScale.Most));
        Assert.Equal((1.0, 4.0), training.Augmentation.Detection.ZoomOut);
        Assert.Equal(PreprocessMode.Caffe, bound.Dataset.Preprocessing.Mode);
        Assert.Equal([new BoxSource(BoxFormat.Records, "", "/workspace/tao-experiments/data/tfrecords/kitti_train*")], bound.Dataset.Boxes!.Train);
        Assert.Equal(["car", "cyclist", "pedestrian"], bound.ExampleLabels[0].Classes);
    }

    [Fact]
    public void An_optimiser_that_ssd_does_not_read_is_named()
    {
        Bind("ssd", Ssd.Replace("num_epochs: 80", "num_epochs: 80 optimizer { adam { } } cost_scaling { } ", StringComparison.Ordinal), out var bag);
        Assert.False(bag.HasErrors);
        Assert.Equal(["'cost_scaling' has no effect", "'optimizer' has no effect"], bag.Items.Select(item => item.Message[..item.Message.IndexOf(':', StringComparison.Ordinal)]).Order());
        Assert.All(bag.Items, item => Assert.NotNull(item.Location));
    }

    [Theory]
    [InlineData("ssd", Ssd, "ssd_config {", "nothing {", "describes no network")]
    [InlineData("ssd", Ssd, "confidence_threshold: 0.01", "confidence_threshold: 0", "confidence_threshold")]
    [InlineData("ssd", Ssd, "output_width: 300", "output_width: 32", "output_width")]
    [InlineData("retinanet", RetinaNet, "optimizer { sgd { momentum: 0.9 nesterov: True } }", "", "required field 'training_config.optimizer'")]
    [InlineData("retinanet", RetinaNet, "0.4, 0.55, 0.7]", "0.4, 0.55]", "'scales'")]
    [InlineData("retinanet", RetinaNet, "two_boxes_for_ar1: false", "aspect_ratios: \"[[1.0], [1.0, 2.0], [1.0], [1.0], [1.0]]\"", "as many ratios for each")]
    [InlineData("retinanet", RetinaNet, "nlayers: 18", "nlayers: 20", "no version with 20 layers")]
    public void A_mistake_is_told_at_its_place(string network, string text, string from, string to, string message)
    {
        Assert.Contains(from, text, StringComparison.Ordinal);
        Bind(network, text.Replace(from, to, StringComparison.Ordinal), out var bag);
        Assert.Contains(bag.Items, item => item.Severity == DiagnosticSeverity.Error && item.Message.Contains(message, StringComparison.Ordinal) && item.Location?.Line > 0);
    }

    /// <summary>38², 19², 10², 5², 3² and 2² cells of 300 pixels, six anchors each.</summary>
    [Fact]
    public void Ssd_has_the_anchors_of_its_maps()
    {
        var bound = Bind("ssd", Ssd, out _);
        var graph = bound.BuildGraph(bound.ExampleLabels);
        int anchors = 6 * (38 * 38 + 19 * 19 + 10 * 10 + 5 * 5 + 3 * 3 + 2 * 2);
        Assert.Equal(new TensorShape(TensorShape.Batch, anchors, 4), graph.TypeOf(graph.Outputs[0]).Shape);
        Assert.Equal(anchors, bound.CreateObjective(bound.ExampleLabels, []).Detector!.Anchors.Boxes.Length);
    }

    /// <summary>Maps of 38, 19, 10, 5, 3 and 2 cells: doubling the coarser one gives too many, as many, or too few.</summary>
    [Fact]
    public void Dssd_multiplies_its_maps_on_the_way_back()
    {
        var bound = Bind("dssd", Data + "dssd_config {\n" + Network + "}\n" + Rest, out _);
        var graph = bound.BuildGraph(bound.ExampleLabels);
        Assert.Equal([4, 6, 10, 20, 38], graph.Nodes.Where(node => node.Op is ConvTranspose2d).Select(node => (int)graph.TypeOf(node.Name).Shape[2]));
        Assert.Equal([3, 5, 10, 19, 38], graph.Nodes.Where(node => node.Op is Multiply).Select(node => (int)graph.TypeOf(node.Name).Shape[2]));
        Assert.Equal("dssd_resnet18_epoch", bound.Training.ModelStem);
    }

    /// <summary>300 pixels are 38, 19 and 10 cells: the pyramid leaves out a row and a column where twice the coarser map is too large.</summary>
    [Fact]
    public void Retinanet_takes_any_size()
    {
        var bound = Bind("retinanet", RetinaNet.Replace("output_width: 1248 output_height: 384", "output_width: 300 output_height: 300", StringComparison.Ordinal), out var bag);
        Assert.Empty(bag.Items);
        var graph = bound.BuildGraph(bound.ExampleLabels);
        Assert.Equal([19, 38], graph.Nodes.Where(node => node.Op is UpsampleNearest).Select(node => (int)graph.TypeOf(node.Name).Shape[2]));
    }

    [Fact]
    public void Retinanet_shares_its_heads_and_starts_sure_of_the_background()
    {
        var bound = Bind("retinanet", RetinaNet, out _);
        var graph = bound.BuildGraph(bound.ExampleLabels);
        var heads = graph.Nodes.Where(node => node.ParameterScope == "retinanet_conf_regressor").ToList();
        Assert.Equal([48, 24, 12, 6, 3], heads.Select(node => (int)graph.TypeOf(node.Name).Shape[2]));
        Assert.Single(graph.Parameters(), parameter => parameter.Name == "retinanet_conf_regressor.weight");
        var weights = WeightInitializer.Create(graph, 1);
        Assert.All(weights["retinanet_conf_regressor.bias"].Data.ToArray(), bias => Assert.Equal(-4.59512f, bias, 1e-4f));
        Assert.Equal(2, bound.Training.Optimizer.ClipNorm);
        Assert.Equal("retinanet_training_log_resnet18.csv", bound.Training.LogFile);
    }

    public static TheoryData<string, string> Backbones => [.. new[] { "ssd", "dssd", "retinanet" }.SelectMany(network =>
        new[] { "resnet 10", "resnet 18", "resnet 34", "resnet 50", "resnet 101", "vgg 16", "vgg 19", "darknet 19", "darknet 53", "mobilenet_v1 0", "mobilenet_v2 0", "squeezenet 0", "googlenet 0", "efficientnet_b0 0" }
            .Select(backbone => (network, backbone)))];

    [Theory]
    [MemberData(nameof(Backbones))]
    public void Every_backbone_of_the_sheet_builds(string network, string backbone)
    {
        string[] parts = backbone.Split(' ');
        var text = (network == "retinanet" ? RetinaNet : Data + $"{network}_config {{\n" + Network + "}\n" + Rest)
            .Replace("arch: \"resnet\"", $"arch: \"{parts[0]}\"", StringComparison.Ordinal).Replace("nlayers: 18", $"nlayers: {parts[1]}", StringComparison.Ordinal)
            .Replace("freeze_blocks: 0", "freeze_blocks: 1", StringComparison.Ordinal);
        var bound = Bind(network, text, out var bag);
        Assert.False(bag.HasErrors, string.Join('\n', bag.Items));
        var graph = bound.BuildGraph(bound.ExampleLabels);
        Assert.Equal(graph.TypeOf(graph.Outputs[0]).Shape[1], bound.CreateObjective(bound.ExampleLabels, []).Detector!.Anchors.Boxes.Length);
        Assert.Contains(graph.Nodes, node => node.Frozen);
    }

    private static BoundNetwork Bind(string network, string text, out DiagnosticBag bag)
    {
        bag = new DiagnosticBag();
        return NetworkCatalog.Find(network)!.Bind(SpecReader.Parse(text, "spec.txt", SpecFormat.ProtobufText, bag), SpecStages.Train, bag);
    }
}
