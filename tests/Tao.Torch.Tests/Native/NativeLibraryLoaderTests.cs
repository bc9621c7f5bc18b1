using TorchSharp.Native;

namespace TorchSharp.Tests.Native;

public sealed class NativeLibraryLoaderTests
{
    [Fact]
    public void A_missing_library_names_the_remedy_and_the_places()
    {
        var here = Path.Combine(Path.GetTempPath(), "tao no such directory ä");
        var failure = Assert.Throws<NativeLibraryException>(() => NativeLibraryLoader.Load("libtao_torch.so", [here, null, ""]));
        Assert.Contains("./build/build.sh Setup", failure.Message);
        Assert.Contains(Path.Combine(here, "libtao_torch.so"), failure.Message);
    }

    [Fact]
    public void A_library_that_does_not_load_gives_the_loaders_reason()
    {
        var directory = Directory.CreateTempSubdirectory("tao ö");
        try
        {
            var file = Path.Combine(directory.FullName, "libtao_torch.so");
            File.WriteAllText(file, "no library");
            var failure = Assert.Throws<NativeLibraryException>(() => NativeLibraryLoader.Load("libtao_torch.so", [directory.FullName]));
            Assert.Contains(file, failure.Message);
            Assert.DoesNotContain("no such file", failure.Message);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
