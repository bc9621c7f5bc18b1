using Tao.Engine.IO;

namespace Tao.Engine.Tests.IO;

public sealed class AtomicDirectoryTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Target => _folder.File("out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_replaced_folder_has_only_the_new_files()
    {
        AtomicDirectory.Replace(Target, temporary => File.WriteAllText(Path.Combine(temporary, "a"), "1"));
        AtomicDirectory.Replace(Target + "/", temporary => File.WriteAllText(Path.Combine(temporary, "b"), "2"));
        Assert.Equal(["b"], Directory.GetFiles(Target).Select(Path.GetFileName));
        Assert.Equal([Target], Directory.GetDirectories(_folder.Path));
    }

    [Fact]
    public void A_failing_check_keeps_the_old_folder()
    {
        AtomicDirectory.Replace(Target, temporary => File.WriteAllText(Path.Combine(temporary, "a"), "1"));
        Assert.Throws<InvalidDataException>(() => AtomicDirectory.Replace(Target, _ => { }, _ => throw new InvalidDataException()));
        Assert.Equal("1", File.ReadAllText(Path.Combine(Target, "a")));
        Assert.Equal([Target], Directory.GetDirectories(_folder.Path));
    }

    [Fact]
    public void Recover_puts_back_the_folder_that_a_crash_left_aside()
    {
        Directory.CreateDirectory(Target + AtomicDirectory.SetAsideSuffix);
        AtomicDirectory.Recover(Target);
        Assert.Equal([Target], Directory.GetDirectories(_folder.Path));
    }

    [Fact]
    public void Recover_deletes_the_folder_set_aside_when_the_new_one_is_in_place()
    {
        Directory.CreateDirectory(Target + AtomicDirectory.SetAsideSuffix);
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "new"), "");
        AtomicDirectory.Recover(Target);
        Assert.Equal([Target], Directory.GetDirectories(_folder.Path));
        Assert.True(File.Exists(Path.Combine(Target, "new")));
    }
}
