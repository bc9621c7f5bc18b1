using Tao.Imaging.Backends;

namespace Tao.Imaging.Tests.Backends;

public sealed class NativeLoaderTests
{
    [Fact]
    public void The_library_beside_the_program_is_found() => Assert.NotNull(NativeLoader.Find([null, "", AppContext.BaseDirectory]));

    [Fact]
    public void A_missing_library_names_the_remedy()
    {
        string?[] folders = ["/nowhere", null];
        Assert.Null(NativeLoader.Find(folders));
        Assert.Contains("./build/build.sh Setup", NativeLoader.MissingMessage(folders));
        Assert.Contains("/nowhere", NativeLoader.MissingMessage(folders));
    }
}
