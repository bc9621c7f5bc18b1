namespace Tao.Specs.Tests;

public enum SampleKind
{
    NoReg = 0,
    [SpecName("L1")]
    First = 1,
    Large = 5,
}
