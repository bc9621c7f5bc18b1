using System.Collections.Immutable;

namespace Tao.Networks.Tests.Contract;

/// <summary>The presets that the network contract runs over: every network of the catalogue, and every backbone of classification.</summary>
internal static class TinyPresets
{
    public static ImmutableArray<TinyPreset> All { get; } =
    [
        Classification("resnet10", """arch: "resnet" n_layers: 10 input_image_size: "3,32,32" use_batch_norm: true"""),
        Classification(
            "resnet18_pooling_all_projections",
            """arch: "resnet" n_layers: 18 input_image_size: "1,64,48" use_batch_norm: true use_bias: true use_pooling: true all_projections: true"""),
        Classification(
            "mobilenet_v2_head",
            """
            arch: "mobilenet_v2" input_image_size: "3,64,64" use_batch_norm: true retain_head: true dropout: 0.1
            activation { activation_type: "relu6" } batch_norm_config { momentum: 0.8 epsilon: 1e-3 }
            """) with
        {
            // 52 layers, each with one scale for channels of very different size: pretrained on ImageNet it has 17 dB, which is 0.14.
            EightBitError = 0.6,
        },
        Classification("squeezenet", """arch: "squeezenet" input_image_size: "3,48,48" """),
        Classification("vgg16", """arch: "vgg" n_layers: 16 input_image_size: "3,32,32" use_batch_norm: true use_pooling: true"""),
        Classification("alexnet", """arch: "alexnet" input_image_size: "3,64,64" use_batch_norm: true"""),
        Settling("googlenet", """arch: "googlenet" input_image_size: "3,64,64" use_batch_norm: true"""),
        Settling("mobilenet_v1", """arch: "mobilenet_v1" input_image_size: "3,64,64" use_batch_norm: true"""),
        Settling("darknet19", """arch: "darknet" n_layers: 19 input_image_size: "3,64,64" use_batch_norm: true"""),
        Settling("cspdarknet19", """arch: "cspdarknet" n_layers: 19 input_image_size: "3,64,64" use_batch_norm: true"""),
        Settling("cspdarknet_tiny", """arch: "cspdarknet_tiny" input_image_size: "3,64,64" use_batch_norm: true"""),
        Settling("efficientnet_b0", """arch: "efficientnet_b0" input_image_size: "3,64,64" use_batch_norm: true"""),
        Multitask("multitask_resnet10", """arch: "resnet" n_layers: 10 input_image_size: "3,48,32" use_batch_norm: true"""),
        Ssd("ssd", "ssd_resnet10", "ssd_config", """arch: "resnet" nlayers: 10"""),
        Ssd("dssd", "dssd_resnet10", "dssd_config", """arch: "resnet" nlayers: 10 pred_num_channels: 256""") with
        {
            // Maps of one pixel and two samples: their batch norms divide by little, and the products of DSSD multiply what that brings.
            Exactness = 1e-3,
            EightBitError = 0.6,
        },
        RetinaNet("retinanet_resnet10", """arch: "resnet" nlayers: 10"""),
    ];

    /// <summary>Two small images give a deep network's last batch norms little variance; a larger epsilon keeps what they divide by in bounds.</summary>
    private static TinyPreset Settling(string name, string modelConfig) =>
        Classification(name, $"{modelConfig} batch_norm_config {{ momentum: 0.8 epsilon: 1e-2 }}") with { EightBitError = 0.3 };

    private static TinyPreset Multitask(string name, string modelConfig) => new("multitask_classification", name, $$"""
        dataset_config { train_csv_path: "train.csv" val_csv_path: "val.csv" image_directory_path: "images" }
        model_config { {{modelConfig}} }
        training_config {
          optimizer { adam { } }
          batch_size_per_gpu: 2
          num_epochs: 1
          regularizer { type: L2 weight: 1e-5 }
          learning_rate { soft_start_cosine_annealing_schedule { max_learning_rate: 0.001 min_learning_rate: 0.0005 } }
        }
        """)
    {
        LabelSets = [new("colour", ["blue", "green", "red"]), new("shape", ["disc", "ring"])],
    };

    private static TinyPreset Ssd(string network, string name, string message, string networkConfig) => Detector(network, name, message, $$"""
        {{networkConfig}}
        aspect_ratios_global: "[1.0, 2.0, 0.5]"
        scales: "[0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 1.0]"
        two_boxes_for_ar1: true
        neg_pos_ratio: 2000
        variances: "[0.1, 0.1, 0.2, 0.2]"
        """);

    private static TinyPreset RetinaNet(string name, string networkConfig) => Detector("retinanet", name, "retinanet_config", $$"""
        {{networkConfig}}
        aspect_ratios_global: "[1.0, 2.0, 0.5]"
        scales: "[0.1, 0.25, 0.4, 0.55, 0.85, 1.0]"
        two_boxes_for_ar1: true
        variances: "[0.1, 0.1, 0.2, 0.2]"
        loss_loc_weight: 1 focal_loss_alpha: 0.25 focal_loss_gamma: 2
        n_kernels: 1 feature_size: 32 n_anchor_levels: 1
        """, "optimizer { adam { } }");

    private static TinyPreset Detector(string network, string name, string message, string networkConfig, string optimizer = "") => new(network, name, $$"""
        dataset_config {
          data_sources { image_directory_path: "images" label_directory_path: "labels" }
          validation_data_sources { image_directory_path: "images" label_directory_path: "labels" }
          target_class_mapping { key: "car" value: "car" }
          target_class_mapping { key: "cyclist" value: "cyclist" }
        }
        augmentation_config { output_width: 64 output_height: 64 output_channel: 3 }
        training_config {
          {{optimizer}}
          batch_size_per_gpu: 2
          num_epochs: 1
          regularizer { type: L2 weight: 1e-5 }
          learning_rate { soft_start_annealing_schedule { max_learning_rate: 0.01 min_learning_rate: 0.001 soft_start: 0.1 annealing: 0.9 } }
        }
        eval_config { batch_size: 2 }
        nms_config { confidence_threshold: 0.1 clustering_iou_threshold: 0.5 top_k: 10 }
        {{message}} {
        {{networkConfig}}
        }
        """)
    {
        NetworkMessage = message,
        LabelSets = Tao.Data.Classification.LabelSet.Single(["car", "cyclist"]),
        Contrast = 0.05,
        // Of all anchors, over the few that have a box.
        LossBound = 1000,
    };

    private static TinyPreset Classification(string name, string modelConfig) => new("classification", name, $$"""
        model_config { {{modelConfig}} }
        train_config {
          train_dataset_path: "train" val_dataset_path: "val"
          optimizer { adam { beta_1: 0.9 beta_2: 0.999 epsilon: 1e-7 } }
          batch_size_per_gpu: 2
          n_epochs: 1
          reg_config { type: "L2" scope: "Conv2D,Dense" weight_decay: 1e-5 }
          lr_config { cosine { learning_rate: 0.001 min_lr_ratio: 0.5 } }
        }
        """);
}
