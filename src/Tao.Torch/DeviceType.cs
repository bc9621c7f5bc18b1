namespace TorchSharp;

/// <summary>The kinds of devices, numbered as libtorch numbers them.</summary>
public enum DeviceType
{
    /// <summary>The host.</summary>
    CPU = 0,

    /// <summary>An NVIDIA GPU.</summary>
    CUDA = 1,

    /// <summary>oneDNN's own tensors.</summary>
    MKLDNN = 2,

    /// <summary>OpenGL.</summary>
    OPENGL = 3,

    /// <summary>OpenCL.</summary>
    OPENCL = 4,

    /// <summary>IDEEP.</summary>
    IDEEP = 5,

    /// <summary>An AMD GPU.</summary>
    HIP = 6,

    /// <summary>FPGA.</summary>
    FPGA = 7,

    /// <summary>MSNPU.</summary>
    MSNPU = 8,

    /// <summary>XLA.</summary>
    XLA = 9,

    /// <summary>Apple's GPU.</summary>
    MPS = 13,

    /// <summary>Shapes without data.</summary>
    META = 14,
}
