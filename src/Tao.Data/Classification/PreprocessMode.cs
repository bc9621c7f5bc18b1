namespace Tao.Data.Classification;

/// <summary>TAO's <c>preprocess_mode</c>: how pixels in 0..255 become the network's input.</summary>
public enum PreprocessMode
{
    /// <summary>BGR, mean subtracted, not scaled.</summary>
    Caffe,

    /// <summary>RGB in -1..1.</summary>
    Tf,

    /// <summary>RGB, ImageNet mean and deviation.</summary>
    Torch,
}
