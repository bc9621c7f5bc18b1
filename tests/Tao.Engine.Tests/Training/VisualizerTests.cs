using Tao.Engine.IO;
using Tao.Engine.Stages;
using Tao.Engine.Tests.Logs.TensorBoard;
using Tao.Engine.Tests.Stages;
using Tao.Imaging;

namespace Tao.Engine.Tests.Training;

[Collection(BuiltProject.Collection)]
public sealed class VisualizerTests
{
    [Fact]
    public void Training_writes_events_and_the_same_model()
    {
        using var plain = TinyProject.Create();
        using var shown = TinyProject.Create(TinyProject.Spec.Replace("n_workers: 1", "n_workers: 1 visualizer { enabled: true num_images: 2 weight_histograms: true }", StringComparison.Ordinal));
        foreach (var project in new[] { plain, shown })
        {
            project.Run(StageKind.ConvertDataset);
            project.Run(StageKind.Train);
        }
        Assert.Equal(ContentHash.OfFile(plain["obj/tao/Train/model.tlt"]), ContentHash.OfFile(shown["obj/tao/Train/model.tlt"]));
        Assert.False(Directory.Exists(plain["obj/tao/Train/events"]));

        var events = EventReader.Read(Directory.EnumerateFiles(shown["obj/tao/Train/events"]).Single()).Skip(1).ToList();
        foreach (int epoch in (int[])[1, 2])
        {
            var tags = events.Where(item => item.Step == epoch).Select(item => item.Tag).ToList();
            Assert.Equal(["acc", "loss", "lr", "val_acc", "val_loss"], tags.Take(5));
            Assert.Equal(["input/0", "input/1"], tags.Skip(5).Take(2));
            Assert.Contains("weights/conv1.weight", tags);
        }
        // The drawn pictures' ground and white square, not a normalised haze.
        var picture = ImageCodec.Decode((byte[])events.First(item => item.Tag == "input/0").Value!, new DecodeOptions());
        Assert.Equal((32, 32), (picture.Width, picture.Height));
        Assert.Contains(picture.Pixels.Chunk(3), pixel => pixel is [> 250, > 250, > 250]);
        Assert.Equal(90, picture.Pixels[^1], 1.0);
    }
}
