namespace TorchSharp;

public static partial class torch
{
    /// <summary>Orders of a tensor's elements in memory.</summary>
    public enum memory_format
    {
        /// <summary>As the source has them.</summary>
        preserve_format = 0,

        /// <summary>Row-major.</summary>
        contiguous_format = 1,

        /// <summary>NCHW shape in NHWC order: the channel is the fastest dimension.</summary>
        channels_last = 2,
    }
}
