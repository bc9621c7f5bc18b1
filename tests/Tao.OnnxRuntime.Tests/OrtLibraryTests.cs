using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Native;

namespace Tao.OnnxRuntime.Tests;

public class OrtLibraryTests
{
    [Fact]
    public void A_missing_library_names_the_remedy()
    {
        var exception = Assert.Throws<NativeLibraryException>(() => OrtLibrary.Load([Path.GetTempPath(), null]));
        Assert.Contains("./build/build.sh Setup", exception.Message);
        Assert.Contains(OrtLibrary.FileName, exception.Message);
    }

    [Fact]
    public void A_damaged_library_names_the_remedy()
    {
        var directory = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(directory, OrtLibrary.FileName), "no library");
        Assert.Contains("./build/build.sh Setup", Assert.Throws<NativeLibraryException>(() => OrtLibrary.Load([directory])).Message);
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public void The_loaded_library_tells_its_version_and_providers()
    {
        Assert.Matches(@"^1\.\d+\.\d+", OrtEnv.Instance().GetVersionString());
        Assert.Contains("CPUExecutionProvider", OrtEnv.Instance().GetAvailableProviders());
    }
}
