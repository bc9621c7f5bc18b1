using System.Collections.Immutable;
using Tao.Networks.Tests.Contract;
using Tao.Specs;

namespace Tao.Networks.Tests;

/// <summary>
/// Walks every network's schema: a field that is written must change what the engine is told, or be warned about. What a field needs beside it
/// to have an effect stands in a table.
/// </summary>
public sealed class SchemaUseTests
{
    /// <summary>Field → other fields of the spec that give it something to do.</summary>
    private static readonly Dictionary<string, string> _needs = new()
    {
        ["model_config.n_layers"] = "model_config { arch: \"resnet\" }",
        ["model_config.retain_head"] = "model_config { arch: \"squeezenet\" }",
        ["model_config.all_projections"] = "model_config { n_layers: 18 }",
        ["model_config.dropout"] = "model_config { arch: \"mobilenet_v2\" retain_head: true }",
        ["train_config.enable_color_augmentation"] = "train_config { enable_random_crop: true }",
        ["train_config.image_mean"] = "train_config { image_mean { key: \"r\" value: 1 } image_mean { key: \"g\" value: 2 } image_mean { key: \"b\" value: 3 } }",
        ["train_config.reg_config.weight_decay"] = "train_config { reg_config { type: \"L1\" scope: \"Dense\" } }",
        ["train_config.lr_config.soft_anneal.annealing_divider"] = "train_config { lr_config { soft_anneal { learning_rate: 0.1 annealing_points: 0.5 annealing_divider: 2 } } }",
        ["train_config.lr_config.soft_anneal.annealing_points"] = "train_config { lr_config { soft_anneal { learning_rate: 0.1 annealing_divider: 2 } } }",
        ["train_config.visualizer.num_images"] = "train_config { visualizer { enabled: true } }",
        ["train_config.visualizer.weight_histograms"] = "train_config { visualizer { enabled: true } }",
        ["training_config.visualizer.num_images"] = "training_config { visualizer { enabled: true } }",
        ["training_config.visualizer.weight_histograms"] = "training_config { visualizer { enabled: true } }",
        ["training_config.regularizer.weight"] = "training_config { regularizer { type: L1 } }",
        ["training_config.regularizer.type"] = "training_config { regularizer { weight: 0.1 } }",
        ["training_config.learning_rate.soft_start_annealing_schedule.annealing"] =
            "training_config { learning_rate { soft_start_annealing_schedule { min_learning_rate: 1e-4 max_learning_rate: 1e-2 soft_start: 0.1 } } }",
        ["augmentation_config.image_mean"] = "augmentation_config { image_mean { key: \"r\" value: 1 } image_mean { key: \"g\" value: 2 } image_mean { key: \"b\" value: 3 } }",
    };

    /// <summary>Field → value, where the range does not give one away.</summary>
    private static readonly Dictionary<string, string> _values = new()
    {
        ["model_config.arch"] = "\"squeezenet\"",
        ["model_config.input_image_size"] = "\"3,64,48\"",
        ["model_config.n_layers"] = "34",
        ["model_config.use_batch_norm"] = "false",
        ["model_config.activation.activation_type"] = "\"sigmoid\"",
        ["train_config.lr_config.step.step_size"] = "7",
        ["training_config.learning_rate.soft_start_annealing_schedule.min_learning_rate"] = "0.002",
        ["training_config.learning_rate.soft_start_cosine_annealing_schedule.min_learning_rate"] = "0.002",
        ["training_config.regularizer.type"] = "L1",
        ["model_config.activation.activation_parameters"] = "{ key: \"alpha\" value: 2 }",
        ["model_config.freeze_blocks"] = "3",
        ["train_config.reg_config.scope"] = "\"Dense\"",
        ["train_config.image_mean"] = "{ key: \"g\" value: 7 }",
        ["train_config.class_weighting_config.class_weighting"] = "{ key: \"cat\" value: 2 }",
        ["dataset_config.target_class_mapping"] = "{ key: \"van\" value: \"car\" }",
        ["augmentation_config.output_width"] = "96",
        ["augmentation_config.output_height"] = "96",
        ["augmentation_config.output_channel"] = "1",
        ["augmentation_config.random_crop_max_ar"] = "3",
        ["augmentation_config.zoom_out_min_scale"] = "1.5",
        ["augmentation_config.zoom_out_max_scale"] = "1.5",
        ["augmentation_config.image_mean"] = "{ key: \"g\" value: 7 }",
        ["ssd_config.aspect_ratios"] = "\"[[1.0], [1.0], [2.0], [1.0], [1.0], [1.0]]\"",
        ["ssd_config.aspect_ratios_global"] = "\"[0.5]\"",
        ["ssd_config.scales"] = "\"[0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]\"",
        ["ssd_config.steps"] = "\"[8, 16, 32, 64, 64, 50]\"",
        ["ssd_config.variances"] = "\"[0.1, 0.1, 0.2, 0.3]\"",
        ["ssd_config.offsets"] = "\"[0.5, 0.5, 0.5, 0.5, 0.5, 0.4]\"",
        ["ssd_config.nlayers"] = "18",
        ["ssd_config.freeze_blocks"] = "2",
        ["ssd_config.pred_num_channels"] = "512",
        ["ssd_config.two_boxes_for_ar1"] = "false",
        ["retinanet_config.two_boxes_for_ar1"] = "false",
        ["ssd_config.pos_iou_thresh"] = "0.6",
        ["retinanet_config.aspect_ratios"] = "\"[[0.5], [0.5], [2.0], [0.5], [0.5]]\"",
        ["retinanet_config.aspect_ratios_global"] = "\"[0.5]\"",
        ["retinanet_config.scales"] = "\"[0.2, 0.3, 0.4, 0.5, 0.6, 0.7]\"",
        ["retinanet_config.steps"] = "\"[8, 16, 32, 64, 50]\"",
        ["retinanet_config.variances"] = "\"[0.1, 0.1, 0.2, 0.3]\"",
        ["retinanet_config.offsets"] = "\"[0.5, 0.5, 0.5, 0.5, 0.4]\"",
        ["retinanet_config.nlayers"] = "18",
        ["retinanet_config.freeze_blocks"] = "2",
        ["retinanet_config.pos_iou_thresh"] = "0.6",
        ["class_weighting_config.class_weighting"] = "{ key: \"car\" value: 2 }",
        ["task_weights"] = "{ key: \"shape\" value: 2 }",
    };

    public static TheoryData<string, string> Fields => [.. NetworkCatalog.All.SelectMany(network =>
        SpecSchema.Describe(network.SpecType).AllFields()
            .Where(entry => !entry.Field.IsMessage)
            .Where(entry => !UnderIgnored(network.SpecType, entry.Path))
            .Select(entry => (network.Name, entry.Path)))];

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_changes_something_or_is_warned_about(string network, string path)
    {
        var preset = TinyPresets.All.First(preset => preset.Network == network);
        var field = Find(SpecSchema.Describe(NetworkCatalog.Find(network)!.SpecType), path);
        string needed = _needs.GetValueOrDefault(path, "");
        var (before, findingsBefore) = Bind(preset, $"{preset.Spec}\n{needed}\n{Nested(path, null)}");
        string text = $"{preset.Spec}\n{needed}\n{Nested(path, _values.GetValueOrDefault(path.Replace("dssd_", "ssd_", StringComparison.Ordinal)) ?? Value(field))}";
        var (after, findings) = Bind(preset, text);

        // A field of a message without effect is told with its message.
        string[] messages = [.. path.Split('.').Select(name => $"'{name}' has no effect")];
        if (findings.Except(findingsBefore).Any() || findings.Any(finding => messages.Any(message => finding.Contains(message, StringComparison.Ordinal))))
            return;
        Assert.NotEqual(before, after);
    }

    /// <summary>What the engine is told, and what was found wrong or without effect; errors end in nothing being told.</summary>
    private static (string? Effects, ImmutableArray<string> Findings) Bind(TinyPreset preset, string text)
    {
        var bag = new DiagnosticBag();
        var network = NetworkCatalog.Find(preset.Network)!.Bind(SpecReader.Parse(text, "spec.txt", SpecFormat.ProtobufText, bag), SpecStages.Train, bag);
        Assert.False(bag.HasErrors, $"{text}\n{string.Join('\n', bag.Items)}");
        // That a field is given twice is this test's doing.
        return (Effects.Of(network, preset.LabelSets), [.. bag.Items.Where(item => item.Code != SpecCodes.Repeated).Select(item => $"{item.Code} {item.Message}")]);
    }

    /// <summary>The field's message as deep as its path, with the field when it has a value.</summary>
    private static string Nested(string path, string? value)
    {
        string[] parts = path.Split('.');
        string inner = value is null ? "" : value[0] == '{' ? $"{parts[^1]} {value}" : $"{parts[^1]}: {value}";
        return parts[..^1].Reverse().Aggregate($"{Required(path)} {inner}", (text, message) => $"{message} {{ {text} }}");
    }

    /// <summary>What a message that the tiny preset lacks cannot be without.</summary>
    private static string Required(string path) => path switch
    {
        _ when path.Contains(".step.", StringComparison.Ordinal) => " learning_rate: 0.2 step_size: 5 gamma: 0.5",
        _ when path.Contains(".soft_anneal.", StringComparison.Ordinal) => " learning_rate: 0.2",
        _ when path.Contains(".cosine.", StringComparison.Ordinal) => " learning_rate: 0.2",
        _ when path.Contains("early_stopping.", StringComparison.Ordinal) => " patience: 4",
        _ when path.Contains("data_sources.", StringComparison.Ordinal) => " image_directory_path: \"i\" label_directory_path: \"l\"",
        _ when path.StartsWith("ssd_config.", StringComparison.Ordinal) || path.StartsWith("dssd_config.", StringComparison.Ordinal) =>
            " arch: \"resnet\" nlayers: 10 aspect_ratios_global: \"[1.0, 2.0]\" scales: \"[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]\" variances: \"[0.1, 0.1, 0.2, 0.2]\" two_boxes_for_ar1: true",
        _ when path.Contains("activation.", StringComparison.Ordinal) => " activation_type: \"tanh\"",
        _ when path.StartsWith("eval_config.", StringComparison.Ordinal) => " batch_size: 9",
        _ when path.Contains("soft_start_annealing_schedule.", StringComparison.Ordinal) => " min_learning_rate: 1e-4 max_learning_rate: 1e-2 annealing: 0.9",
        _ when path.Contains("soft_start_cosine_annealing_schedule.", StringComparison.Ordinal) => " min_learning_rate: 1e-4 max_learning_rate: 1e-2",
        _ => "",
    };

    private static string Value(SpecFieldSchema field)
    {
        if (field.AllowedValues is { IsEmpty: false } allowed)
            return field.ElementType.IsEnum ? allowed[^1] : $"\"{allowed[^1]}\"";
        if (field.ElementType == typeof(bool))
            return "true";
        if (field.ElementType == typeof(string))
            return "\"other\"";
        return field.ElementType == typeof(uint) || field.ElementType == typeof(int) ? "5" : "0.35";
    }

    private static SpecFieldSchema Find(SpecSchema schema, string path) => schema.AllFields().First(field => field.Path == path).Field;

    /// <summary>Fields of a message that as a whole has no effect.</summary>
    private static bool UnderIgnored(Type spec, string path)
    {
        var parts = path.Split('.');
        return Enumerable.Range(1, parts.Length - 1)
            .Any(length => Find(SpecSchema.Describe(spec), string.Join('.', parts[..length])).Attribute.Ignored is not null);
    }
}
