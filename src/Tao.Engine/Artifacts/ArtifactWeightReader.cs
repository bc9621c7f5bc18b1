using Tao.Engine.Pretrained;
using Tao.Graph;

namespace Tao.Engine.Artifacts;

/// <summary>Takes the weights out of a model file of this project.</summary>
internal sealed class ArtifactWeightReader(string? key) : IWeightReader
{
    public string Format => "tlt";

    public bool CanRead(ReadOnlySpan<byte> head, string path) =>
        ArtifactCipher.IsEncrypted(head) || (head.StartsWith("PK"u8) && ArtifactReader.IsPlainArtifact(path));

    public Weights Read(string path) => ModelArtifact.Read(path, key).Model.Weights;
}
