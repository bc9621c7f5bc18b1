namespace Tao.Networks.Backbones;

public enum ResizeMethod
{
    Bilinear = 0,
    Bicubic = 1,
}
