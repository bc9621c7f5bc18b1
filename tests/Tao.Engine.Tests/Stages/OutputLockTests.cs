using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Engine.Tests.Stages;

public sealed class OutputLockTests
{
    [Fact]
    public void A_second_engine_waits_outside_until_the_first_is_done()
    {
        using var folder = new Tao.Testing.TemporaryFolder();
        string output = Path.Combine(folder.Path, "a", "b");
        using (OutputLock.Acquire(output, StageKind.Train))
        {
            var error = Assert.Throws<TaoException>(() => OutputLock.Acquire(output, StageKind.Train));
            Assert.Equal(EngineCodes.OutputBusy, Assert.Single(error.Diagnostics).Code);
        }
        OutputLock.Acquire(output, StageKind.Train).Dispose();
    }
}
