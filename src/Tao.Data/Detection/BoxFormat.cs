namespace Tao.Data.Detection;

/// <summary>How the boxes of images are written down.</summary>
public enum BoxFormat
{
    /// <summary>A text file of KITTI's fifteen columns for each image.</summary>
    Kitti,

    /// <summary>One JSON file for all images.</summary>
    Coco,

    /// <summary>An XML file for each image, and lists of the images of each split.</summary>
    PascalVoc,

    /// <summary>TFRecords with images and boxes.</summary>
    Records,
}
