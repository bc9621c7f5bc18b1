using System.IO.Compression;
using System.Text;
using Tao.Engine.Artifacts;
using Tao.Specs;

namespace Tao.Engine.Tests.Artifacts;

public sealed class DamagedArtifactTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _file;

    public DamagedArtifactTests()
    {
        _file = _folder.File("a.tlt");
        TinyModel.FullArtifact().Write(_file);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_cut_anywhere_is_an_error_and_never_a_crash()
    {
        var whole = File.ReadAllBytes(_file);
        for (var length = 0; length < whole.Length; length += 13)
            AssertError(_folder.Write("cut.tlt", whole[..length]));
    }

    [Fact]
    public void A_flipped_byte_is_an_error_or_leaves_every_part_as_it_was()
    {
        var whole = File.ReadAllBytes(_file);
        for (var position = 0; position < whole.Length; position += 11)
        {
            var bytes = whole.ToArray();
            bytes[position] ^= 0x55;
            var thrown = Record.Exception(() => ModelArtifact.Read(_folder.Write("flipped.tlt", bytes)));
            Assert.True(thrown is null or TaoException, $"byte {position}: {thrown}");
        }
    }

    [Fact]
    public void A_changed_weight_is_seen_by_its_hash()
    {
        var bytes = File.ReadAllBytes(_file);
        var position = bytes.AsSpan().IndexOf("conv.weight"u8);
        bytes[position + 600] ^= 1;
        Assert.Contains("hash", AssertError(_folder.Write("changed.tlt", bytes)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ArtifactParts.Manifest)]
    [InlineData(ArtifactParts.Graph)]
    [InlineData(ArtifactParts.Weights)]
    [InlineData(ArtifactParts.Labels)]
    public void A_missing_part_is_named(string part)
    {
        Edit(zip => zip.GetEntry(part)!.Delete());
        Assert.Contains(part, AssertError(_file).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_the_manifest_does_not_list_is_refused()
    {
        Edit(zip => Replace(zip, "extra", [1]));
        Assert.Contains("'extra'", AssertError(_file).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_format_is_told_from_damage()
    {
        Edit(zip => Replace(zip, ArtifactParts.Manifest, """{"formatVersion":2,"something":"new"}"""u8.ToArray()));
        Assert.Equal("TAO3007", AssertError(_file).Code);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"formatVersion":1}""")]
    [InlineData("""{"formatVersion":1,"origin":null,"parts":[]}""")]
    [InlineData("null")]
    [InlineData("[")]
    public void A_malformed_manifest_is_an_error(string json)
    {
        Edit(zip => Replace(zip, ArtifactParts.Manifest, Encoding.UTF8.GetBytes(json)));
        Assert.Equal("TAO3006", AssertError(_file).Code);
    }

    private static Diagnostic AssertError(string path) =>
        Assert.Single(Assert.Throws<TaoException>(() => ModelArtifact.Read(path)).Diagnostics);

    private static void Replace(ZipArchive zip, string name, byte[] bytes)
    {
        zip.GetEntry(name)?.Delete();
        using var stream = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        stream.Write(bytes);
    }

    private void Edit(Action<ZipArchive> edit)
    {
        using var zip = ZipFile.Open(_file, ZipArchiveMode.Update);
        edit(zip);
    }
}
