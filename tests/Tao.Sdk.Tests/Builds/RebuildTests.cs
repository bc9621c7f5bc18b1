using Tao.Testing;

namespace Tao.Sdk.Tests.Builds;

/// <summary>The table of what a change makes necessary. ValidateSpec reads the whole spec and so follows each change of it.</summary>
[Collection(BuiltModel.Collection)]
public sealed class RebuildTests(BuiltModel built)
{
    private const string Evaluations = "Evaluate EvaluateRetrained EvaluateInt8";
    private const string FromTrain = "Train Evaluate Prune Retrain EvaluateRetrained Export Int8Calibrate EvaluateInt8";

    public static TheoryData<string, string> Changes => new()
    {
        { "nothing", "" },
        { "a comment in the spec", "" },
        { "the order of the spec's fields", "" },
        { "a default written down", "" },
        { "the time of every file", "" },
        { "the place of the clone", "" },
        { "the clock set back", "" },
        { "an older spec in its place", "ValidateSpec " + Evaluations },
        { "the clock set back and eval_config.top_k", "ValidateSpec " + Evaluations },
        { "eval_config.top_k", "ValidateSpec " + Evaluations },
        { "train_config.n_epochs", "ValidateSpec " + FromTrain },
        { "an image more to train on", "ConvertDataset " + FromTrain },
        { "an image more to test on", "ConvertDataset Evaluate EvaluateRetrained Export EvaluateInt8" },
        { "the prune threshold", "Prune Retrain EvaluateRetrained Export Int8Calibrate EvaluateInt8" },
        { "the seed", FromTrain },
        { "the trained model deleted", "Train" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_runs_what_depends_on_it(string change, string expected)
    {
        using var project = built.Project.Copy();
        string[] arguments = [.. Apply(change, project)];

        var explained = (await project.ExplainAsync(arguments)).MustSucceed();
        var outcome = (await project.BuildAsync(arguments)).MustSucceed();

        Assert.Equal(expected, string.Join(' ', outcome.StartedStages));
        Assert.Subset(explained.ExplainedStages.ToHashSet(), outcome.StartedStages.ToHashSet());
    }

    /// <summary>As if everything had been built a day later than now.</summary>
    private static void Age(ModelProject project)
    {
        foreach (string file in Directory.EnumerateFiles(project.Directory, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddDays(1));
    }

    /// <summary>Returns the arguments that the change needs on the command line.</summary>
    private static IEnumerable<string> Apply(string change, ModelProject project)
    {
        switch (change)
        {
            case "a comment in the spec":
                project.EditSpec("  n_epochs: 2", "  # twice is enough\n  n_epochs: 2");
                break;
            case "the order of the spec's fields":
                project.EditSpec("  batch_size_per_gpu: 4\n  n_epochs: 2", "  n_epochs: 2\n  batch_size_per_gpu: 4");
                break;
            case "a default written down":
                project.EditSpec("n_workers: 1", "n_workers: 1 enable_random_crop: false");
                break;
            case "the time of every file":
                foreach (string file in Directory.EnumerateFiles(project.Directory, "*", SearchOption.AllDirectories))
                    File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddMinutes(1));
                break;
            case "the clock set back":
                Age(project);
                break;
            case "an older spec in its place":
                project.EditSpec("top_k: 1", "top_k: 2");
                File.SetLastWriteTimeUtc(project.SpecFile, DateTime.UtcNow.AddDays(-3));
                break;
            case "the clock set back and eval_config.top_k":
                Age(project);
                project.EditSpec("top_k: 1", "top_k: 2");
                break;
            case "eval_config.top_k":
                project.EditSpec("top_k: 1", "top_k: 2");
                break;
            case "train_config.n_epochs":
                project.EditSpec("n_epochs: 2", "n_epochs: 3");
                break;
            case "an image more to train on":
                project.Write("data/train/class1/new.png", Imaging.ImageCodec.EncodePng(TinyImages.Draw(1, 50)));
                break;
            case "an image more to test on":
                project.Write("data/test/class1/new.png", Imaging.ImageCodec.EncodePng(TinyImages.Draw(1, 50)));
                break;
            case "the prune threshold":
                return ["-p:TaoPruneThreshold=0.9"];
            case "the seed":
                return ["-p:TaoSeed=4"];
            case "the trained model deleted":
                File.Delete(project["obj/Debug/tao/Train/model.tlt"]);
                break;
        }
        return [];
    }
}
