namespace Tao.Engine.Stages;

/// <summary>Maps a container path that an old spec uses to a path of this machine (<c>.tao_mounts.json</c>).</summary>
public sealed record MountPoint(string Source, string Destination);
