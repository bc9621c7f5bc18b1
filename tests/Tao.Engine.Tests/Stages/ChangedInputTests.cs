using Tao.Engine.Events;
using Tao.Engine.Stages;
using Tao.Imaging;
using Tao.Specs;
using Tao.Testing;

namespace Tao.Engine.Tests.Stages;

/// <summary>Files that change while a stage reads them.</summary>
[Collection(BuiltProject.Collection)]
public sealed class ChangedInputTests(BuiltProject built)
{
    private const string Image = "data/train/class0/000.png";

    [Fact]
    public void A_training_on_images_that_change_is_not_recorded()
    {
        using var project = built.Project.Copy();
        project.EditSpec("n_epochs: 2", "n_epochs: 3");
        byte[] before = project.Bytes(Image);

        var error = Assert.Throws<TaoException>(() => Train(project, () => project.Write(Image, ImageCodec.EncodePng(TinyImages.Draw(1, 99)))));

        Assert.Equal(EngineCodes.InputChanged, Assert.Single(error.Diagnostics).Code);
        Assert.Contains("000.png", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(project["obj/tao/Train/result.json"]));

        project.Write(Image, before);
        Assert.False(project.Run(StageKind.Train).UpToDate);
    }

    [Fact]
    public void A_file_that_is_only_touched_has_not_changed()
    {
        using var project = built.Project.Copy();
        project.EditSpec("n_epochs: 2", "n_epochs: 3");

        Train(project, () => File.SetLastWriteTimeUtc(project[Image], DateTime.UtcNow.AddHours(1)));

        Assert.True(File.Exists(project["obj/tao/Train/result.json"]));
    }

    [Fact]
    public void A_model_that_is_replaced_while_it_is_evaluated_is_noticed()
    {
        using var project = built.Project.Copy();
        project.EditSpec("top_k: 1", "top_k: 2");
        const string model = "obj/tao/Train/model.tlt";
        bool replaced = false;

        var error = Assert.Throws<TaoException>(() => TinyProject.Run(project.Request(StageKind.Evaluate), found =>
        {
            if (replaced || found is not (LogEvent or ProgressEvent))
                return;
            replaced = true;
            project.Write(model, [.. project.Bytes(model), 0]);
        }));

        Assert.Equal(EngineCodes.InputChanged, error.Diagnostics[^1].Code);
    }

    private static void Train(TinyProject project, Action duringFirstEpoch)
    {
        bool done = false;
        TinyProject.Run(project.Request(StageKind.Train), found =>
        {
            if (!done && found is MetricEvent { Epoch: 1 })
            {
                done = true;
                duringFirstEpoch();
            }
        });
    }
}
