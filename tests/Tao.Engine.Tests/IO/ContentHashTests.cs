using Tao.Engine.IO;

namespace Tao.Engine.Tests.IO;

public sealed class ContentHashTests : IDisposable
{
    /// <summary>FIPS 180-2, appendix B.1.</summary>
    private const string HashOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_hash_of_abc_is_the_published_one()
    {
        Assert.Equal(HashOfAbc, ContentHash.OfText("abc"));
        Assert.Equal(HashOfAbc, ContentHash.OfFile(_folder.Write("a", "abc"u8.ToArray())));
    }

    [Fact]
    public void A_hashing_stream_passes_counts_and_hashes()
    {
        using var target = new MemoryStream();
        using var hashing = new HashingStream(target);
        hashing.Write("ab"u8);
        hashing.WriteByte((byte)'c');
        Assert.Equal("abc"u8.ToArray(), target.ToArray());
        Assert.Equal(3, hashing.ByteCount);
        Assert.Equal(HashOfAbc, hashing.Sha256());
    }

    [Fact]
    public void A_folder_hash_sees_names_and_contents_but_no_clock()
    {
        Directory.CreateDirectory(_folder.File("d/sub"));
        var file = _folder.Write("d/sub/x", [1]);
        var before = ContentHash.OfDirectory(_folder.File("d"));
        File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(before, ContentHash.OfDirectory(_folder.File("d")));
        File.Move(file, _folder.File("d/sub/y"));
        Assert.NotEqual(before, ContentHash.OfDirectory(_folder.File("d")));
        File.Move(_folder.File("d/sub/y"), file);
        File.WriteAllBytes(file, [2]);
        Assert.NotEqual(before, ContentHash.OfDirectory(_folder.File("d")));
    }
}
