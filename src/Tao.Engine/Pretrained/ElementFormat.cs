namespace Tao.Engine.Pretrained;

/// <summary>How a weight file stores one number. All are little-endian.</summary>
internal enum ElementFormat
{
    Float32,
    Float64,
    Float16,
    BFloat16,
    Int64,
    Int32,
    Int16,
    Int8,
    UInt8,
    Bool,
}
