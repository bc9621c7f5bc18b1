using Tao.Engine.Artifacts;
using Tao.Engine.Events;
using Tao.Engine.Pretrained;
using Tao.Engine.Stages;
using Tao.Engine.Tests.Stages;
using Tao.Specs;

namespace Tao.Engine.Tests.Training;

/// <summary>What a training starts from: published weights, models of ours, pruned ones.</summary>
[Collection(BuiltProject.Collection)]
public sealed class TrainingStartTests(BuiltProject built)
{
    private const string MobileNet = "weights/mobilenet_v2_imagenet/mobilenet_v2_dequant_fp16.pth";
    private const string SqueezeNet = "weights/squeezenet1_0_imagenet/squeezenet1_0_dc.pth";
    private const string Output = "obj/tao/Train";

    [Theory]
    [InlineData("mobilenet_v2\" retain_head: true use_batch_norm: true activation { activation_type: \"relu6\" } #", MobileNet, "260 of 262", "features.0.0.weight")]
    [InlineData("squeezenet\" retain_head: true use_bias: true #", SqueezeNet, "50 of 52", "features.0.weight")]
    public void Published_weights_leave_only_the_head_to_chance(string arch, string file, string matched, string firstKernel)
    {
        string weights = SharedData.File(file);
        using var project = TinyProject.Create(TinyProject.Spec
            .Replace("squeezenet\"", arch, StringComparison.Ordinal)
            .Replace("n_epochs: 2", $"n_epochs: 1 pretrained_model_path: \"{weights}\"", StringComparison.Ordinal)
            .Replace("learning_rate: 0.01", "learning_rate: 1e-12", StringComparison.Ordinal)
            .Replace("lr: 0.01", "lr: 1e-12", StringComparison.Ordinal), trainPerClass: 4, otherPerClass: 1);
        project.Run(StageKind.ConvertDataset);

        var run = project.Run(StageKind.Train);

        string summary = Assert.Single(run.Sink.Logs, text => text.StartsWith("Weights from", StringComparison.Ordinal));
        Assert.Contains($"{matched} parameters matched", summary);
        Assert.Contains("Other shape: 2\n", summary);
        Assert.Equal(2, summary.Split("(head)").Length - 1);
        Assert.DoesNotContain("Missing", summary);
        Assert.DoesNotContain("Unused", summary);
        Assert.Empty(run.Diagnostics);
        // At this learning rate a float kernel keeps its value.
        var trained = ModelArtifact.Read(project[$"{Output}/model.tlt"]);
        float[] published = WeightSource.Open(weights).Tensors[firstKernel].Data.ToArray();
        float[] first = trained.Model.Weights.Values.Single(pair => pair.Key is "conv1.weight" or "Conv1.weight").Value.Data.ToArray();
        Assert.All(first.Zip(published), pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
        Assert.Null(trained.Manifest.ParentSha256);
    }

    [Fact]
    public void A_model_of_ours_with_other_classes_gives_all_but_its_head()
    {
        using var project = TinyProject.Create(trainPerClass: 2, otherPerClass: 1, classes: 3);
        project.Write("start.tlt", built.Project.Bytes($"{Output}/model.tlt"));
        project.Run(StageKind.ConvertDataset);
        var run = TinyProject.Run(project.Request(StageKind.Train).WithOption("pretrained_model_path", "start.tlt"));
        string summary = Assert.Single(run.Sink.Logs, text => text.StartsWith("Weights from", StringComparison.Ordinal));
        Assert.Contains("Other shape: 2\n", summary);
        Assert.Contains("(head)", summary);
        var trained = ModelArtifact.Read(project[$"{Output}/model.tlt"]);
        Assert.Equal(["class0", "class1", "class2"], trained.LabelSets.Single().Classes);
        Assert.Equal(built.Runs[StageKind.Train].Result.Artifacts.Single(artifact => artifact.Name == "model").Sha256, trained.Manifest.ParentSha256);
    }

    [Fact]
    public void A_pruned_model_given_as_pretrained_brings_its_own_graph()
    {
        using var project = built.Project.Copy();
        var run = TinyProject.Run(project.Request(StageKind.Train).WithOption("pretrained_model_path", "obj/tao/Prune/model.tlt"));
        Assert.False(run.UpToDate);
        var pruned = ModelArtifact.Read(project["obj/tao/Prune/model.tlt"]);
        var trained = ModelArtifact.Read(project[$"{Output}/model.tlt"]);
        Assert.Equal(pruned.Model.Weights.ParameterCount, trained.Model.Weights.ParameterCount);
        Assert.Equal(project.Run(StageKind.Retrain).Result.Metrics, run.Result.Metrics);
    }

    [Fact]
    public void Weights_of_another_backbone_are_refused()
    {
        using var project = built.Project.Copy();
        project.EditSpec("squeezenet\"", "mobilenet_v2\" #");
        var request = project.Request(StageKind.Train).WithOption("pretrained_model_path", "obj/tao/Retrain/model.tlt");
        Assert.All(Mistake.In(project, request), found => Assert.Equal("TAO3005", found.Code));
    }

    /// <summary>TAO's <c>--init_epoch</c> starts from a model that an earlier run left in the very folder that training writes to.</summary>
    [Fact]
    public void Training_may_start_from_an_epoch_of_its_own_folder()
    {
        using var project = built.Project.Copy();
        const string first = $"{Output}/weights/squeezenet_001.tlt";
        byte[] before = project.Bytes(first);
        project.EditSpec("n_epochs: 2", "n_epochs: 3");
        var run = TinyProject.Run(project.Request(StageKind.Train).WithOption("pretrained_model_path", first).WithOption("init_epoch", "2"));
        Assert.Equal(before, project.Bytes(first));
        Assert.Equal(["squeezenet_001.tlt", "squeezenet_002.tlt", "squeezenet_003.tlt"], Directory.EnumerateFiles(project[$"{Output}/weights"]).Select(Path.GetFileName).Order());
        Assert.Equal(["epoch", "1", "2", "3"], File.ReadAllLines(project[$"{Output}/training.csv"]).Select(line => line.Split(',')[0]));
        Assert.Equal([2, 3], run.Sink.Events.OfType<MetricEvent>().Where(metric => metric.Name == "val_acc" && metric.Epoch is not null).Select(metric => metric.Epoch!.Value));
    }

    /// <summary>Without <c>init_epoch</c> a run removes the models of the one before, but never the file it starts from.</summary>
    [Fact]
    public void A_new_run_keeps_the_file_it_starts_from()
    {
        using var project = built.Project.Copy();
        project.EditSpec("n_epochs: 2", "n_epochs: 1");
        const string second = $"{Output}/weights/squeezenet_002.tlt";
        byte[] before = project.Bytes(second);
        TinyProject.Run(project.Request(StageKind.Train).WithOption("pretrained_model_path", second));
        Assert.Equal(before, project.Bytes(second));
    }

    [Fact]
    public void Freezing_in_the_retraining_spec_reaches_the_pruned_model()
    {
        using var project = built.Project.Copy();
        project.EditSpec("3,32,32\"", "3,32,32\" freeze_blocks: 0");
        project.Run(StageKind.Retrain);
        var pruned = ModelArtifact.Read(project["obj/tao/Prune/model.tlt"]).Model;
        var retrained = ModelArtifact.Read(project["obj/tao/Retrain/model.tlt"]).Model;
        var frozen = retrained.Graph.Nodes.Where(node => node.Frozen).Select(node => node.ParameterScope).ToHashSet();
        Assert.NotEmpty(frozen);
        foreach (var (name, before) in pruned.Weights.Values)
        {
            bool same = before.Data.Span.SequenceEqual(retrained.Weights[name].Data.Span);
            Assert.True(same == frozen.Contains(name[..name.LastIndexOf('.')]), name);
        }
    }
}
