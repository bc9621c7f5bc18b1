namespace Tao.Imaging.Backends;

/// <summary>TaoStatus of tao_imaging.h.</summary>
internal enum NativeStatus
{
    Ok,
    InvalidArgument,
    Corrupt,
    Truncated,
    Unsupported,
    Failed,
}
