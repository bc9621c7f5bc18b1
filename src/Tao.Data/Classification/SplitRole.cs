namespace Tao.Data.Classification;

/// <summary>What a part of the data is for.</summary>
public enum SplitRole
{
    Train,
    Validation,
    Test,
}
