namespace Tao.Specs;

/// <summary>A folder of this machine and the name an old spec, written for a container, knows it by.</summary>
public sealed record PathMount(string Source, string Destination);
