namespace Tao.Imaging.Preparation;

/// <summary>Which colour a network's input channels are.</summary>
public enum ChannelOrder
{
    Rgb,
    Bgr,
    Gray,
}
