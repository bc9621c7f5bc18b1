namespace Tao.Data.Detection;

/// <summary>One object of an image as its label file has it: KITTI's fifteen columns, of which other formats fill a few.</summary>
/// <param name="ClassName">As written; see <see cref="ClassMapping"/>.</param>
/// <param name="Box">In pixels of the image.</param>
/// <param name="Line">Where the file says it, from 1.</param>
public sealed record LabeledObject(string ClassName, BoundingBox Box, int Line)
{
    /// <summary>The share of the object that lies outside the image.</summary>
    public float Truncation { get; init; }

    /// <summary>0 visible, 1 partly hidden, 2 largely hidden, 3 unknown. Pascal VOC's <c>difficult</c> and COCO's <c>iscrowd</c> count as 1.</summary>
    public int Occlusion { get; init; }

    public WorldPose World { get; init; }

    /// <summary>Finding it is neither right nor wrong, and by default it does not teach.</summary>
    public bool Difficult => Occlusion != 0;
}
