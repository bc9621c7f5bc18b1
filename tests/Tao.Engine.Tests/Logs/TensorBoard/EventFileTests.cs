using Tao.Engine.Logs.TensorBoard;
using Tao.Imaging;
using Tao.Testing;

namespace Tao.Engine.Tests.Logs.TensorBoard;

public sealed class EventFileTests : IDisposable
{
    private readonly Tao.Testing.TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Scalars_images_and_histograms_read_back()
    {
        using (var file = new EventFile(_folder.Path, TimeProvider.System))
        {
            file.Scalar("val_acc", 3, 0.25f);
            file.Picture("input/0", 3, TinyImages.Draw(0, 1));
            file.Histogram("weights/conv1", 4, EventHistogram.Of([-0.5f, 0, 0, 2]));
        }
        var events = EventReader.Read(Directory.EnumerateFiles(_folder.Path).Single());
        Assert.Equal([(0L, "brain.Event:2"), (3L, "val_acc"), (3L, "input/0"), (4L, "weights/conv1")], events.Select(item => (item.Step, item.Tag)));
        Assert.Equal(0.25f, events[1].Value);
        Assert.Equal(24, ImageCodec.Decode((byte[])events[2].Value!, new DecodeOptions()).Width);
        var (count, limits, counts) = ((double, double[], double[]))events[3].Value!;
        Assert.Equal((4, 4, limits.Length), (count, counts.Sum(), counts.Length));
        Assert.Equal(limits.Order(), limits);
        foreach (var (value, expected) in new[] { (-0.5, 1.0), (0, 2), (2, 1) })
            Assert.Equal(expected, counts[Array.FindIndex(limits, limit => limit > value)]);
    }

    [Fact]
    public void A_second_file_of_the_same_second_leaves_the_first()
    {
        var clock = new ManualClock();
        using (var first = new EventFile(_folder.Path, clock))
        using (var second = new EventFile(_folder.Path, clock))
            second.Scalar("a", 1, 1);
        Assert.Equal([1, 2], Directory.EnumerateFiles(_folder.Path).Select(path => EventReader.Read(path).Count).Order());
    }
}
