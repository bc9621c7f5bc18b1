using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Extensions;

public sealed class TorchRuntimeTests
{
    [Fact]
    public void The_library_tells_its_version_and_threads()
    {
        Assert.Matches(@"^\d+\.\d+", TorchRuntime.LibraryVersion);
        Assert.Contains("threads", TorchRuntime.ParallelInfo, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_host_can_always_be_used()
    {
        InitializeDeviceType(DeviceType.CPU);
        Assert.True(get_num_threads() >= 1);
        Assert.Equal(cuda.is_available(), cuda.device_count() > 0);
        Assert.False(TryInitializeDeviceType(DeviceType.XLA));
        Assert.Throws<TorchException>(() => InitializeDeviceType(DeviceType.XLA));
    }
}
