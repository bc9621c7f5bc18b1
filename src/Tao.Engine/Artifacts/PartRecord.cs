namespace Tao.Engine.Artifacts;

/// <summary>A part's name, size and hash, as the manifest records them.</summary>
internal sealed record PartRecord(string Name, long Bytes, string Sha256);
