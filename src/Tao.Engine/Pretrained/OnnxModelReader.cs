using Tao.Graph;
using Tao.Onnx;

namespace Tao.Engine.Pretrained;

/// <summary>Takes the floating-point initialisers out of an ONNX file.</summary>
internal sealed class OnnxModelReader : IWeightReader
{
    /// <summary>Tag of <c>ir_version</c>, field 1 of ModelProto, a varint (onnx.proto); every writer puts fields in order of number.</summary>
    private const byte IrVersionTag = 0x08;

    /// <summary>Far above any IR version there is (10 in 2024), and few enough that other files rarely look alike.</summary>
    private const byte HighestIrVersion = 32;

    /// <summary>Tags of the length-delimited fields 2 to 8 and of model_version (5, a varint): one of them follows.</summary>
    private static ReadOnlySpan<byte> FollowingTags => [0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42];

    public string Format => "ONNX";

    public bool CanRead(ReadOnlySpan<byte> head, string path) =>
        head is [IrVersionTag, > 0 and <= HighestIrVersion, var tag, ..] && FollowingTags.Contains(tag);

    public Weights Read(string path)
    {
        try
        {
            return new Weights(OnnxWeightReader.Read(path));
        }
        catch (OnnxException exception)
        {
            throw new WeightFormatException(exception.Message);
        }
    }
}
