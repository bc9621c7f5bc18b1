namespace Tao.Data.Detection;

/// <summary>KITTI's columns on the object in space: observation angle in radians, size and place in metres, turn about the vertical axis.</summary>
public readonly record struct WorldPose(float Alpha, float Height, float Width, float Length, float X, float Y, float Z, float RotationY);
