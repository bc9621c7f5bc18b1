namespace Tao.Data.Classification;

/// <summary>Which colour a network's input channels are.</summary>
public enum ChannelOrder
{
    Rgb,
    Bgr,
    Gray,
}
