using Tao.Engine.Artifacts;
using Tao.Engine.Stages;
using Tao.Engine.Tests.Stages;
using Tao.Onnx;
using Tao.Onnx.Calibration;

namespace Tao.Engine.Tests.Quantization;

/// <summary>The stage's options against rounding errors, on the tiny project.</summary>
[Collection(BuiltProject.Collection)]
public sealed class EightBitModelTests(BuiltProject built)
{
    private const string Output = "obj/tao/Int8Calibrate";

    [Fact]
    public void Named_layers_stay_in_float_in_all_files()
    {
        using var project = built.Project.Copy();
        var result = TinyProject.Run(Request(project).WithOption("float_layers", "conv1 predictions_logits")).Result;
        Assert.Equal(2, result.Metrics["float_layers"]);
        Assert.Equal("layer,reason,sqnr_alone_db,metric_after\nconv1,request,,\npredictions_logits,request,,\n", File.ReadAllText(project[$"{Output}/float_layers.csv"]));
        var ranges = CalibrationCache.Read(project[$"{Output}/calibration.cache"], null);
        var all = CalibrationCache.Read(built.Project[$"{Output}/calibration.cache"], null);
        Assert.Equal(["avg_pool", "input_1"], all.Keys.Except(ranges.Keys));
        Assert.True(Size(project) > Size(built.Project));
    }

    [Theory]
    [InlineData("conv1;nowhere", "'nowhere'", "predictions_logits")]
    [InlineData("predictions", "'predictions'", "predictions_logits")]
    public void Unknown_layers_are_named(string layers, string named, string known)
    {
        using var project = built.Project.Copy();
        var found = Mistake.Single(project, Request(project).WithOption("float_layers", layers), EngineCodes.UnknownFloatLayer);
        Assert.Contains(named, found.Message);
        Assert.DoesNotContain("'conv1'", found.Message);
        Assert.Contains(known, found.Remedy);
    }

    [Fact]
    public void A_budget_that_is_kept_leaves_all_layers_in_8_bits()
    {
        using var project = built.Project.Copy();
        var run = TinyProject.Run(Request(project).WithOption("metric_budget", "1"));
        Assert.Equal(0, run.Result.Metrics["float_layers"]);
        Assert.Contains(run.Sink.Logs, text => text.Contains("the budget is 1", StringComparison.Ordinal));
        Assert.Empty(run.Diagnostics);
        Assert.False(File.Exists(project[$"{Output}/candidate.onnx.tmp"]));
        Assert.Equal(built.Project.Bytes($"{Output}/model.int8.onnx"), project.Bytes($"{Output}/model.int8.onnx"));
    }

    [Fact]
    public void Bias_correction_changes_biases_only()
    {
        using var project = built.Project.Copy();
        var result = TinyProject.Run(Request(project).WithOption("bias_correction", "true")).Result;
        Assert.Equal(built.Project.Bytes($"{Output}/calibration.cache"), project.Bytes($"{Output}/calibration.cache"));
        Assert.NotEqual(built.Project.Bytes($"{Output}/model.int8.onnx"), project.Bytes($"{Output}/model.int8.onnx"));
        Assert.Equal(Size(built.Project), Size(project));
        Assert.True(result.Metrics["output_sqnr_db"] > built.Runs[StageKind.Int8Calibrate].Result.Metrics["output_sqnr_db"] - 1);
    }

    [Fact]
    public void A_budget_without_labelled_images_is_refused()
    {
        using var project = built.Project.Copy();
        var request = Request(project).With("images", "data/val").WithOption("metric_budget", "0.01");
        var found = Mistake.Single(project, request with { Spec = "", Inputs = request.Inputs.Remove("dataset") }, EngineCodes.BadRequest);
        Assert.Contains("metric", found.Message);
    }

    private static StageRequest Request(TinyProject project) => project.Request(StageKind.Int8Calibrate);

    private static long Size(TinyProject project) => new FileInfo(project[$"{Output}/model.int8.onnx"]).Length;
}
