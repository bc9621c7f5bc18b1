using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The input.</summary>
        public static Identity Identity() => new();

        /// <summary>max(x, 0).</summary>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <summary>min(max(x, 0), 6).</summary>
        public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

        /// <summary>x where positive, else slope * x.</summary>
        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

        /// <summary>x where positive, else alpha * (e^x - 1).</summary>
        public static ELU ELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

        /// <summary>x * Phi(x).</summary>
        public static GELU GELU() => new();

        /// <summary>x * sigmoid(x).</summary>
        public static SiLU SiLU() => new();

        /// <summary>x * tanh(softplus(x)).</summary>
        public static Mish Mish() => new();

        /// <summary>x * relu6(x + 3) / 6.</summary>
        public static Hardswish Hardswish(bool inplace = false) => new(inplace);

        /// <summary>relu6(x + 3) / 6.</summary>
        public static Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

        /// <summary>1 / (1 + e^-x).</summary>
        public static Sigmoid Sigmoid() => new();

        /// <summary>Hyperbolic tangent.</summary>
        public static Tanh Tanh() => new();

        /// <summary>e^x / sum(e^x) along a dimension.</summary>
        public static Softmax Softmax(long dim) => new(dim);

        /// <summary>log(softmax(x)) along a dimension.</summary>
        public static LogSoftmax LogSoftmax(long dim) => new(dim);

        /// <summary>Zeroes elements with probability p, when training.</summary>
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Zeroes channels with probability p, when training.</summary>
        public static Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Dimensions start to end as one.</summary>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

        /// <summary>Greatest element of each window.</summary>
        public static MaxPool2d MaxPool2d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) => new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>Mean of each window.</summary>
        public static AvgPool2d AvgPool2d(long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) => new(kernel_size, stride, padding, ceil_mode, count_include_pad);

        /// <summary>Means of as many windows as the output has places.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new(output_size);

        /// <summary>Zeros around each plane.</summary>
        public static ZeroPad2d ZeroPad2d(long padding) => new(padding);

        /// <summary>[N, C r^2, H, W] as [N, C, H r, W r].</summary>
        public static PixelShuffle PixelShuffle(long upscale_factor) => new(upscale_factor);
    }
}
