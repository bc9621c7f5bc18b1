using Tao.Data.Detection;

namespace Tao.Objectives.Detection;

/// <summary>A box that a network found.</summary>
/// <param name="Class">Index among the foreground classes, from 0.</param>
/// <param name="Score">Confidence, 0 to 1.</param>
public readonly record struct DetectedBox(int Class, float Score, BoundingBox Box);
