using Tao.Engine.Stages;

namespace Tao.Engine.Tests.Stages;

public sealed class StageRecordTests
{
    [Fact]
    public void A_record_reads_back_as_written()
    {
        using var folder = new Tao.Testing.TemporaryFolder();
        folder.Write("a.bin", [1, 2, 3]);
        var record = StageRecord.In(folder.Path);
        Assert.Null(record.Read());
        var result = new StageResult { Stage = StageKind.Prune, Network = "n", Fingerprint = "f", Artifacts = [record.Describe("a", "a.bin")], DurationSeconds = 0.5 };
        record.Write(result);
        var read = record.Read()!;
        Assert.Equal(result.Artifacts, read.Artifacts);
        Assert.Equal((StageKind.Prune, "n", "f", 0.5), (read.Stage, read.Network, read.Fingerprint, read.DurationSeconds));
        Assert.True(record.ArtifactsAreIntact(read));
        folder.Write("a.bin", [1, 2, 4]);
        Assert.False(record.ArtifactsAreIntact(read));
        File.Delete(folder.File("a.bin"));
        Assert.False(record.ArtifactsAreIntact(read));
        record.Remove();
        Assert.Null(record.Read());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"stage\": \"Train\"")]
    [InlineData("{ \"stage\": \"Train\" }")]
    [InlineData("{ \"stage\": \"Unknown\", \"network\": \"n\", \"fingerprint\": \"f\" }")]
    [InlineData("{ \"stage\": \"Train\", \"network\": \"n\", \"fingerprint\": \"f\", \"fieldOfALaterVersion\": 1 }")]
    [InlineData("null")]
    public void What_cannot_be_read_counts_as_no_record(string text)
    {
        using var folder = new Tao.Testing.TemporaryFolder();
        folder.Write("result.json", text);
        Assert.Null(StageRecord.In(folder.Path).Read());
    }
}
