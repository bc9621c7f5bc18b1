using System.Collections.Immutable;
using Tao.Data.Detection;
using Tao.Data.Records;

namespace Tao.Data.Conversion;

/// <summary>
/// An image with its objects as TAO's converters write it. For SSD, DSSD and RetinaNet the record holds the encoded image, class numbers from 1
/// and boxes as shares of the image; for the other networks it names the image, and boxes are in pixels.
/// </summary>
/// <param name="Frame">The image's path below the data's root, without its extension.</param>
/// <param name="Encoded">The image file's bytes, or null where the record only names it.</param>
public sealed record DetectionExample(string Frame, int Width, int Height, ImmutableArray<LabeledObject> Objects, byte[]? Encoded = null)
{
    private const string Target = "target/";

    private static readonly (string Name, Func<BoundingBox, float> Value)[] _sides =
        [("coordinates_x1", box => box.X1), ("coordinates_y1", box => box.Y1), ("coordinates_x2", box => box.X2), ("coordinates_y2", box => box.Y2)];

    private static readonly (string Name, Func<WorldPose, float> Value)[] _world =
    [
        ("observation_angle", pose => pose.Alpha), ("world_bbox_h", pose => pose.Height), ("world_bbox_w", pose => pose.Width), ("world_bbox_l", pose => pose.Length),
        ("world_bbox_x", pose => pose.X), ("world_bbox_y", pose => pose.Y), ("world_bbox_z", pose => pose.Z), ("world_bbox_rot_y", pose => pose.RotationY),
    ];

    /// <param name="classNumber">The number of a class name, from 1; used where the image is embedded.</param>
    public TrainExample ToExample(Func<string, int> classNumber)
    {
        ArgumentNullException.ThrowIfNull(classNumber);
        var example = new TrainExample();
        example.AddTexts("frame/id", Frame);
        example.AddLongs("frame/height", Height);
        example.AddLongs("frame/width", Width);
        example.AddTexts(Target + "object_class", Objects.Select(labeled => labeled.ClassName.ToLowerInvariant()));
        example.AddFloats(Target + "truncation", Objects.Select(labeled => labeled.Truncation));
        example.AddLongs(Target + "occlusion", Objects.Select(labeled => (long)labeled.Occlusion));
        var boxes = Objects.Select(labeled => Encoded is null ? labeled.Box : labeled.Box.Scaled(1.0 / Width, 1.0 / Height)).ToList();
        foreach (var (name, value) in _sides)
            example.AddFloats(Target + name, boxes.Select(value));
        foreach (var (name, value) in _world)
            example.AddFloats(Target + name, Objects.Select(labeled => value(labeled.World)));
        if (Encoded is not null)
        {
            example.AddBytes("frame/encoded", Encoded);
            example.AddFloats(Target + "object_class_id", Objects.Select(labeled => (float)classNumber(labeled.ClassName)));
        }
        return example;
    }

    /// <exception cref="InvalidDataException">The record is none of TAO's, or its lists do not have the same length; the message says which.</exception>
    public static DetectionExample FromExample(TrainExample example)
    {
        ArgumentNullException.ThrowIfNull(example);
        string frame = One(example.Texts("frame/id"), "frame/id");
        int width = (int)One(example.Longs("frame/width"), "frame/width"), height = (int)One(example.Longs("frame/height"), "frame/height");
        byte[]? encoded = example.Bytes("frame/encoded").FirstOrDefault();
        var names = example.Texts(Target + "object_class");
        var sides = _sides.Select(side => Floats(example, side.Name, names.Length, required: true)).ToArray();
        var world = _world.Select(column => Floats(example, column.Name, names.Length, required: false)).ToArray();
        var truncation = Floats(example, "truncation", names.Length, required: false);
        var occlusion = example.Longs(Target + "occlusion");
        if (occlusion.Length != 0 && occlusion.Length != names.Length)
            throw Lengths("occlusion", occlusion.Length, names.Length);
        var objects = names.Select((name, i) =>
        {
            var box = new BoundingBox(sides[0][i], sides[1][i], sides[2][i], sides[3][i]);
            return new LabeledObject(name, encoded is null ? box : box.Scaled(width, height), 1)
            {
                Truncation = truncation[i],
                Occlusion = occlusion.Length == 0 ? 0 : (int)occlusion[i],
                World = new WorldPose(world[0][i], world[1][i], world[2][i], world[3][i], world[4][i], world[5][i], world[6][i], world[7][i]),
            };
        });
        return new DetectionExample(frame, width, height, [.. objects], encoded);
    }

    private static T One<T>(ImmutableArray<T> values, string name) =>
        values.Length == 1 ? values[0] : throw new InvalidDataException($"The feature '{name}' has {values.Length} values, not one.");

    private static float[] Floats(TrainExample example, string name, int count, bool required)
    {
        var values = example.Floats(Target + name);
        if (values.Length == 0 && !required)
            return new float[count];
        return values.Length == count ? [.. values] : throw Lengths(name, values.Length, count);
    }

    private static InvalidDataException Lengths(string name, int length, int count) =>
        new($"The feature '{Target}{name}' has {length} values, but there are {count} objects.");
}
