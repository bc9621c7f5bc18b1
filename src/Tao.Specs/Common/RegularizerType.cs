namespace Tao.Specs.Common;

public enum RegularizerType
{
    NoReg = 0,
    L1 = 1,
    L2 = 2,
}
