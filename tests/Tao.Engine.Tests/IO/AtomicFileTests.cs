using Tao.Engine.IO;

namespace Tao.Engine.Tests.IO;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_write_replaces_the_file_and_leaves_nothing_beside_it()
    {
        var path = _folder.File("sub/öfter mal.json");
        AtomicFile.WriteText(path, "old");
        AtomicFile.WriteText(path, "neü");
        Assert.Equal("neü", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void A_failing_writer_keeps_the_old_file_and_removes_the_temporary_one()
    {
        var path = _folder.File("a");
        AtomicFile.WriteText(path, "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_failing_check_keeps_the_old_file()
    {
        var path = _folder.File("a");
        AtomicFile.WriteText(path, "old");
        Assert.Throws<InvalidDataException>(() => AtomicFile.Write(path, stream => stream.WriteByte(1), temporary =>
        {
            Assert.Equal([1], File.ReadAllBytes(temporary));
            throw new InvalidDataException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
    }

    [Fact]
    public void A_leftover_of_a_killed_run_is_replaced()
    {
        var path = _folder.File("a");
        File.WriteAllText(path + AtomicFile.TemporarySuffix, "half of a much longer text");
        AtomicFile.WriteText(path, "whole");
        Assert.Equal("whole", File.ReadAllText(path));
    }
}
