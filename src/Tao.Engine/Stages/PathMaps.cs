using Tao.Specs;

namespace Tao.Engine.Stages;

/// <summary>Finds the mounts that hold for a request: its own, then a <c>.tao_mounts.json</c>.</summary>
internal static class PathMaps
{
    public static PathMap For(StageRequest request, DiagnosticBag diagnostics) => PathMap.Load(
        request.ProjectDirectory,
        request.Mounts.Select(mount => new PathMount(mount.Source, mount.Destination)),
        Environment.GetEnvironmentVariable,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        diagnostics);
}
