using Tao.Engine.Stages;
using TorchSharp;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Tao.Engine.Training;

/// <summary>Turns a device's name into torch's device, and makes sure that torch uses the machine.</summary>
internal static class Devices
{
    public static Device Resolve(string name)
    {
        // libtorch may start with one thread, whatever the machine has.
        set_num_threads(Environment.ProcessorCount);
        TorchRuntime.KeepMemory();
        if (name.StartsWith("cuda", StringComparison.Ordinal) && !cuda.is_available())
        {
            throw StageContext.Error(
                EngineCodes.DeviceMissing, $"The device '{name}' was asked for, but this libtorch sees no CUDA device.",
                "Use cpu, or run 'tao doctor' to see what is missing.");
        }
        return device(name);
    }
}
