namespace Tao.Specs.Common.Detection;

/// <summary>TAO's AP_MODE: how the area under a precision-recall curve is taken.</summary>
public enum ApMode
{
    Sample = 0,
    Integrate = 1,
}
