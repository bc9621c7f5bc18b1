namespace Tao.Engine.Stages;

/// <summary>A file that a stage made. <paramref name="Path"/> is relative to the stage's output directory.</summary>
public sealed record StageArtifact(string Name, string Path, string Sha256, long Bytes);
