namespace TorchSharp;

public static partial class torch
{
    /// <summary>How values between samples are worked out.</summary>
    public enum InterpolationMode
    {
        /// <summary>The sample at floor(place).</summary>
        Nearest = 0,

        /// <summary>Linear in one dimension.</summary>
        Linear = 1,

        /// <summary>Linear in two dimensions.</summary>
        Bilinear = 2,

        /// <summary>Cubic in two dimensions, a = -0.75.</summary>
        Bicubic = 3,

        /// <summary>Linear in three dimensions.</summary>
        Trilinear = 4,

        /// <summary>The mean of the window.</summary>
        Area = 5,

        /// <summary>The nearest sample.</summary>
        NearestExact = 6,
    }

    /// <summary>How grid_sample works out values between samples.</summary>
    public enum GridSampleMode
    {
        /// <summary>The nearest sample.</summary>
        Nearest = 0,

        /// <summary>Linear in two dimensions.</summary>
        Bilinear = 2,
    }

    /// <summary>What grid_sample finds beyond the border.</summary>
    public enum GridSamplePaddingMode
    {
        /// <summary>Zeros.</summary>
        Zeros = 0,

        /// <summary>The mirrored input.</summary>
        Reflection = 1,

        /// <summary>The edge elements.</summary>
        Border = 2,
    }

    public static partial class nn
    {
        /// <summary>How a loss becomes one number.</summary>
        public enum Reduction
        {
            /// <summary>It does not.</summary>
            None = 0,

            /// <summary>Mean.</summary>
            Mean = 1,

            /// <summary>Sum.</summary>
            Sum = 2,
        }
    }
}
