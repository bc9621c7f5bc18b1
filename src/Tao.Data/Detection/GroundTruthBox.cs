namespace Tao.Data.Detection;

/// <summary>A box that an image's label file names.</summary>
/// <param name="Class">Index among the foreground classes, from 0.</param>
/// <param name="Difficult">Finding it is neither right nor wrong (KITTI: occluded).</param>
public readonly record struct GroundTruthBox(int Class, BoundingBox Box, bool Difficult = false);
