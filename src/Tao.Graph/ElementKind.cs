namespace Tao.Graph;

/// <summary>What one element of a tensor is.</summary>
public enum ElementKind
{
    Float32,
    Int32,
    Int64,
    UInt8,
    Bool,
}
