using Tao.Engine.Setup;

namespace Tao.Engine.Tests.Setup;

public sealed class NativeFaultTests
{
    [Fact]
    public void A_missing_library_is_found_however_deep_it_lies()
    {
        var missing = new Imaging.NativeLibraryException("libtao_imaging is missing; run ./build/build.sh Setup");

        Assert.Equal(missing.Message, NativeFault.MessageIn(missing));
        Assert.Equal(missing.Message, NativeFault.MessageIn(new TypeInitializationException("X", new InvalidOperationException("y", missing))));
    }

    [Fact]
    public void Any_other_exception_is_none() => Assert.Null(NativeFault.MessageIn(new InvalidOperationException("x", new IOException("y"))));
}
