using Tao.Engine.Stages;

namespace Tao.Engine.Tests.Stages;

/// <summary>Mistakes in specs, each with its code, line and remedy; nothing is written, not even a folder.</summary>
public sealed class BrokenSpecTests
{
    private const string Model = "  arch: \"squeezenet\" use_batch_norm: true\n  input_image_size: \"3,32,32\"\n";

    /// <summary>What to replace in <see cref="TinyProject.Spec"/>, by what; the code, the line, and a part of message or remedy.</summary>
    public static TheoryData<string, string, string, int, string> Mistakes => new()
    {
        { "n_epochs: 2", "n_epoch: 2", "TAO1020", 10, "n_epochs" },
        { "n_epochs: 2", "n_epochs: \"two\"", "TAO1021", 10, "n_epochs" },
        { "n_epochs: 2", "n_epochs: -2", "TAO1022", 10, "n_epochs" },
        { "batch_size_per_gpu: 4", "batch_size_per_gpu: 0", "TAO1022", 9, "1" },
        { "arch: \"squeezenet\"", "", "TAO1024", 1, "arch" },
        { "squeezenet", "squeezenets", "TAO1025", 2, "squeezenet" },
        { "squeezenet", "darknet\" n_layers: 18 #", "TAO1031", 2, "19, 53" },
        { "\"tf\"", "\"rgb\"", "TAO1025", 12, "caffe" },
        { "\"3,32,32\"", "\"3,32\"", "TAO1031", 3, "3,224,224" },
        { "squeezenet", "resnet\" n_layers: 20 #", "TAO1031", 2, "18" },
        { "weight_decay: 1e-4", "weight_decay: 1.5", "TAO1022", 13, "weight_decay" },
        { "weight_decay: 1e-4", "weight_decay: nan", "TAO1023", 13, "weight_decay" },
        { "step { learning_rate: 0.01 step_size: 50 gamma: 0.5 }", "", "TAO1031", 14, "cosine" },
        { "\"data/val\"", "\"data/val", "TAO1004", 7, "" },
        { "  batch_size: 4\n}\n", "  batch_size: 4\n}\n}\n", "TAO1005", 21, "}" },
        { "top_k: 1", "top_k: 1.5", "TAO1021", 18, "top_k" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_at_its_line_by_every_stage(string from, string to, string code, int line, string part)
    {
        using var project = TinyProject.Create(trainPerClass: 1, otherPerClass: 1);
        project.EditSpec(from, to);
        foreach (var stage in new[] { StageKind.ValidateSpec, StageKind.ConvertDataset, StageKind.Evaluate })
        {
            var found = Mistake.Single(project, project.Request(stage), code);
            Assert.Equal(project[TinyProject.SpecFile], found.Location!.File);
            Assert.Equal(line, found.Location.Line);
            Assert.True(found.Location.Column >= 1);
            Assert.Contains(part, found.Message + found.Remedy);
        }
        Assert.False(Directory.Exists(project["obj"]));
    }

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        using var project = TinyProject.Create(trainPerClass: 1, otherPerClass: 1);
        project.EditSpec("n_epochs: 2", "n_epoch: 2");
        project.EditSpec("\"tf\"", "\"rgb\"");
        project.EditSpec("batch_size_per_gpu: 4", "batch_size_per_gpu: 0");
        var found = Mistake.In(project, project.Request(StageKind.ValidateSpec));
        Assert.Equal(["TAO1020", "TAO1022", "TAO1025"], found.Select(diagnostic => diagnostic.Code).Order());
    }

    [Fact]
    public void A_spec_that_is_not_there_is_named()
    {
        using var project = TinyProject.Create(trainPerClass: 1, otherPerClass: 1);
        var request = project.Request(StageKind.ValidateSpec) with { Spec = "specs/trian.txt" };
        Assert.Contains("trian.txt", Mistake.Single(project, request, "TAO1001").ToString());
    }

    [Fact]
    public void A_network_that_the_input_is_too_small_for_is_refused_at_the_size()
    {
        using var project = TinyProject.Create(trainPerClass: 1, otherPerClass: 1);
        project.EditSpec(Model, "  arch: \"squeezenet\" retain_head: true\n  input_image_size: \"3,16,16\"\n");
        var found = Mistake.Single(project, project.Request(StageKind.ConvertDataset), "TAO1031");
        Assert.Equal(3, found.Location!.Line);
        Assert.Contains("input_image_size", found.Remedy);
    }

    [Fact]
    public void A_pretrained_file_that_is_not_there_is_reported_at_its_line()
    {
        using var project = TinyProject.Create(trainPerClass: 2, otherPerClass: 1);
        project.EditSpec("  n_workers: 1\n", "  n_workers: 1\n  pretrained_model_path: \"weights/none.tlt\"\n");
        var request = project.Request(StageKind.ConvertDataset) with { Stage = StageKind.Train };
        Assert.Equal(12, Mistake.Single(project, request, EngineCodes.ModelMissing).Location!.Line);
    }

    [Fact]
    public void A_model_to_evaluate_that_is_not_there_is_reported_at_its_line()
    {
        using var project = TinyProject.Create(trainPerClass: 2, otherPerClass: 1);
        project.EditSpec("top_k: 1", "model_path: \"none.tlt\"");
        var request = project.Request(StageKind.ConvertDataset) with { Stage = StageKind.Evaluate };
        Assert.Equal(18, Mistake.Single(project, request, EngineCodes.ModelMissing).Location!.Line);
    }

    [Fact]
    public void A_weight_for_a_class_that_the_data_lacks_is_refused()
    {
        using var project = TinyProject.Create(trainPerClass: 2, otherPerClass: 1);
        project.EditSpec("  n_workers: 1\n", "  n_workers: 1\n  class_weighting_config { class_weighting { key: \"klass0\" value: 2 } }\n");
        var request = project.Request(StageKind.ConvertDataset) with { Stage = StageKind.Train };
        var found = Mistake.Single(project, request, "TAO1025");
        Assert.Equal(12, found.Location!.Line);
        Assert.Contains("class0, class1", found.Remedy);
    }

    [Fact]
    public void A_warning_is_reported_and_the_stage_goes_on()
    {
        using var project = TinyProject.Create(trainPerClass: 1, otherPerClass: 1);
        project.EditSpec("Conv2D,Dense", "Conv2D,LSTM");
        var found = Assert.Single(project.Run(StageKind.ValidateSpec).Diagnostics);
        Assert.Equal(("warning", 13), (found.Severity, found.Line!.Value));
    }
}
