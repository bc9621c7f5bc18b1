using System.Collections.Immutable;
using Tao.Cli.Parsing;
using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Cli.SubTasks;

/// <param name="detects">Whether the network finds boxes, which can be suppressed in more than one way.</param>
internal sealed class ExportTask(bool detects) : SubTask
{
    private const string EngineOnly = "it sets up a TensorRT engine, which is built on the target; give it to trtexec there.";

    private static readonly Flag _output = ModelFlags.Output with { Description = "The ONNX file; by default MODEL.onnx." };
    private static readonly Flag _spec = CalibrationFlags.Spec with { Required = true, Description = "The spec file; the ONNX file is checked on its test images." };
    private static readonly Flag _dsConfig = new("--gen_ds_config", FlagKind.Switch, "Also write labels.txt and nvinfer_config.txt for DeepStream beside the output.");
    private static readonly Flag _tensorRtNms = new("--tensorrt_nms", FlagKind.Switch, "Also write MODEL.tensorrt.onnx, which suppresses by TensorRT's EfficientNMS plug-in.");
    private static readonly Flag _rawHead = new("--raw_head", FlagKind.Switch, "Also write MODEL.raw.onnx, whose outputs are scores and offsets of all anchors.");
    private static readonly Flag _classMap = new("--classmap_json", FlagKind.Text, "JSON file {class: index} for labels.txt; needed only when the model knows no class names.") { ValueName = "FILE" };
    private static readonly Flag _batch = new("--static_batch_size", FlagKind.Integer, "Batch size fixed in the file; -1 leaves it open.") { Default = "-1", ValueName = "N" };
    private static readonly Flag _opset = new("--target_opset", FlagKind.Integer, "ONNX operator set; below 13 there is no INT8 by channel.") { Default = "13", ValueName = "N" };
    private static readonly Flag _type = new("--data_type", FlagKind.Text, "int8 also calibrates and writes MODEL.int8.onnx; fp16 is chosen where the engine is built.") { Default = "fp32", Values = ["fp32", "fp16", "int8"], ValueName = "TYPE" };

    public override string Name => "export";

    public override string Summary => "Writes a trained model as ONNX, optionally with INT8 calibration.";

    public override ImmutableArray<Flag> Flags { get; } =
    [
        ModelFlags.Model,
        _output,
        _spec,
        CommonFlags.ResultsFolder,
        _dsConfig,
        .. detects ? [_tensorRtNms, _rawHead] : ImmutableArray<Flag>.Empty,
        _classMap,
        _batch,
        _opset,
        _type,
        CalibrationFlags.Images,
        CalibrationFlags.Cache,
        CalibrationFlags.Scales with { Description = CalibrationFlags.Scales.Description + " With --data_type int8." },
        CalibrationFlags.TensorRt,
        CalibrationFlags.Batches,
        CalibrationFlags.BatchSize,
        CommonFlags.Key,
        CommonFlags.NoEffect("--cal_data_file", FlagKind.Text, "calibration reads the images of --cal_image_dir, not a tensor file."),
        CommonFlags.NoEffect("--max_batch_size", FlagKind.Integer, EngineOnly),
        CommonFlags.NoEffect("--min_batch_size", FlagKind.Integer, EngineOnly),
        CommonFlags.NoEffect("--opt_batch_size", FlagKind.Integer, EngineOnly),
        CommonFlags.NoEffect("--max_workspace_size", FlagKind.Integer, EngineOnly),
        CommonFlags.NoEffect("--engine_file", FlagKind.Text, EngineOnly),
        CommonFlags.NoEffect("--strict_type_constraints", FlagKind.Switch, EngineOnly, "-s"),
        CommonFlags.NoEffect("--force_ptq", FlagKind.Switch, "a model trained with enable_qat keeps its ranges, others are calibrated."),
        CommonFlags.NoEffect("--onnx_route", FlagKind.Text, "there is one exporter."),
        CommonFlags.Verbose,
    ];

    public override ImmutableArray<PlannedStage> Plan(SubTaskInput input)
    {
        var flags = input.Flags;
        var model = input.ExistingFile(ModelFlags.Model)!;
        var classMap = input.ExistingFile(_classMap);
        var spec = input.ExistingFile(_spec);
        var target = ModelFlags.WithExtension(flags.Text(_output) ?? Path.ChangeExtension(model, ".onnx"), ".onnx");
        var results = flags.Text(CommonFlags.ResultsFolder) ?? ResultsFolder.Beside(target);
        var export = new PlannedStage(input.Request(StageKind.Export, spec, results) with
        {
            Inputs = StageInputs.Of(("model", model), ("classmap", classMap)),
            Options = flags.Options([_batch, _opset, _dsConfig, .. detects ? [_tensorRtNms, _rawHead] : ImmutableArray<Flag>.Empty]),
        })
        {
            Deliveries = Deliveries(input, target),
        };
        if (!string.Equals(flags.Text(_type), "int8", StringComparison.OrdinalIgnoreCase))
            return [export];
        return [export, Calibration.Stage(input, model, Path.ChangeExtension(target, ".int8.onnx"), Path.Combine(results, "int8"))];
    }

    private ImmutableArray<Delivery> Deliveries(SubTaskInput input, string target)
    {
        var onnx = input.Context.FullPath(target);
        var folder = Path.GetDirectoryName(onnx)!;
        var deliveries = ImmutableArray.CreateBuilder<Delivery>();
        deliveries.Add(new Delivery("onnx", onnx));
        if (input.Flags.Has(_dsConfig))
            deliveries.AddRange(new Delivery("labels", Path.Combine(folder, "labels.txt")), new Delivery("deepstream", Path.Combine(folder, "nvinfer_config.txt")));
        if (detects && input.Flags.Has(_tensorRtNms))
            deliveries.Add(new Delivery("onnx_tensorrt", Path.ChangeExtension(onnx, ".tensorrt.onnx")));
        if (detects && input.Flags.Has(_rawHead))
            deliveries.Add(new Delivery("onnx_raw", Path.ChangeExtension(onnx, ".raw.onnx")));
        return deliveries.ToImmutable();
    }
}
