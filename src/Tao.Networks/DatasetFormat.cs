namespace Tao.Networks;

/// <summary>How the labels of a dataset are written down.</summary>
public enum DatasetFormat
{
    /// <summary>A folder of images for each class.</summary>
    ClassFolders,

    /// <summary>A CSV file for each split: image name, then one column for each task; all images below one folder.</summary>
    LabelTable,

    /// <summary>Images with boxes, in the places that <see cref="DatasetPlan.Boxes"/> names.</summary>
    Boxes,
}
