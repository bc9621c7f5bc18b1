namespace Tao.Cli.SubTasks;

/// <summary>Copies an artifact of a finished stage to where the user asked for it.</summary>
/// <param name="Artifact">Its name in the stage's record.</param>
/// <param name="Path">Full path; replaced when it exists.</param>
internal sealed record Delivery(string Artifact, string Path);
