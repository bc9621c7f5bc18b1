using Tao.Data.Conversion;
using Tao.Data.Detection;
using Tao.Data.Records;

namespace Tao.Data.Tests.Conversion;

public sealed class DetectionExampleTests
{
    private static readonly LabeledObject _car = new("Car", new BoundingBox(10, 20, 60, 40), 1) { Truncation = 0.25f, Occlusion = 2, World = new(1, 2, 3, 4, 5, 6, 7, 8) };
    private static readonly LabeledObject _man = new("Man", new BoundingBox(0, 0, 50, 80), 1);

    [Fact]
    public void A_record_that_names_its_image_has_TAOs_features_in_pixels()
    {
        var example = new DetectionExample("image_2/000007", 200, 80, [_car, _man]).ToExample(_ => throw new InvalidOperationException());

        Assert.Equal(
            [
                "frame/height", "frame/id", "frame/width", "target/coordinates_x1", "target/coordinates_x2", "target/coordinates_y1", "target/coordinates_y2",
                "target/object_class", "target/observation_angle", "target/occlusion", "target/truncation", "target/world_bbox_h", "target/world_bbox_l",
                "target/world_bbox_rot_y", "target/world_bbox_w", "target/world_bbox_x", "target/world_bbox_y", "target/world_bbox_z",
            ],
            example.Names);
        Assert.Equal(["car", "man"], example.Texts("target/object_class"));
        Assert.Equal([10f, 0], example.Floats("target/coordinates_x1"));
        Assert.Equal([40f, 80], example.Floats("target/coordinates_y2"));
        Assert.Equal([2L, 0], example.Longs("target/occlusion"));
        Assert.Equal([3f, 0], example.Floats("target/world_bbox_w"));
    }

    [Fact]
    public void A_record_that_holds_its_image_has_numbers_and_shares()
    {
        var example = new DetectionExample("a", 200, 80, [_car, _man], [1, 2, 3]).ToExample(name => name.Length);

        Assert.Equal([0.05f, 0], example.Floats("target/coordinates_x1"));
        Assert.Equal([0.5f, 1], example.Floats("target/coordinates_y2"));
        Assert.Equal([3f, 3], example.Floats("target/object_class_id"));
        Assert.Equal([1, 2, 3], example.Bytes("frame/encoded").Single());
    }

    /// <summary>The sides are powers of two: other shares are rounded to floats.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_written_is_read_again(bool embedded)
    {
        var written = new DetectionExample("dir/stem", 256, 128, [_car, _man], embedded ? [9] : null);

        var read = DetectionExample.FromExample(TrainExample.Parse(written.ToExample(_ => 1).ToBytes()));

        Assert.Equal((written.Frame, written.Width, written.Height), (read.Frame, read.Width, read.Height));
        Assert.Equal(written.Encoded, read.Encoded);
        Assert.Equal(written.Objects.Select(labeled => labeled with { ClassName = labeled.ClassName.ToLowerInvariant() }), read.Objects);
    }

    [Fact]
    public void Lists_of_different_lengths_are_refused()
    {
        var example = new DetectionExample("a", 200, 80, [_car, _man]).ToExample(_ => 1);
        example.AddFloats("target/coordinates_x2", 1);

        var problem = Assert.Throws<InvalidDataException>(() => DetectionExample.FromExample(example));

        Assert.Equal("The feature 'target/coordinates_x2' has 1 values, but there are 2 objects.", problem.Message);
        Assert.Throws<InvalidDataException>(() => DetectionExample.FromExample(new TrainExample()));
    }
}
