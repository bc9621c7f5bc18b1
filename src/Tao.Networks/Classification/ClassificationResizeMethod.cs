namespace Tao.Networks.Classification;

public enum ClassificationResizeMethod
{
    Bilinear = 0,
    Bicubic = 1,
}
