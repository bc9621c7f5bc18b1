using System.Globalization;
using Tao.Engine.Artifacts;
using Tao.Engine.IO;
using Tao.Engine.Pretrained;
using Tao.Graph;
using Tao.Specs;

namespace Tao.Engine.Tests.Artifacts;

public sealed class ModelArtifactTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string File => _folder.File("größe 1.tlt");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("s3cret Schlüssel")]
    public void Every_part_comes_back_as_it_was(string? key)
    {
        var written = TinyModel.FullArtifact();
        var sha256 = written.Write(File, key);
        var read = ModelArtifact.Read(File, key);

        Assert.Equal(ContentHash.OfFile(File), sha256);
        Assert.Equal(written.Manifest with { Metrics = read.Manifest.Metrics }, read.Manifest);
        Assert.Equal(written.Manifest.Metrics, read.Manifest.Metrics);
        Assert.Equal(GraphJson.Serialize(written.Model.Graph), GraphJson.Serialize(read.Model.Graph));
        AssertEqual(written.Model.Weights, read.Model.Weights);
        Assert.Equal(written.LabelSets, read.LabelSets);
        Assert.Equal(written.PreprocessingJson, read.PreprocessingJson);
        AssertEqual(written.OptimizerState!, read.OptimizerState!);
        Assert.Equal(written.TrainingStateJson, read.TrainingStateJson);
        Assert.Equal(["a", "tokenizer.txt"], read.ExtraParts.Keys);
        Assert.Equal([1, 2], read.ExtraParts["tokenizer.txt"].ToArray());
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void What_was_not_given_is_not_there()
    {
        TinyModel.Artifact().Write(File);
        var read = ModelArtifact.Read(File);
        Assert.Empty(read.LabelSets);
        Assert.Null(read.PreprocessingJson);
        Assert.Null(read.OptimizerState);
        Assert.Null(read.TrainingStateJson);
        Assert.Empty(read.ExtraParts);
        Assert.Empty(read.Manifest.Metrics);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("key")]
    public void Equal_models_are_equal_bytes_in_any_culture(string? key)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var first = TinyModel.FullArtifact().Write(File, key);
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(first, TinyModel.FullArtifact().Write(_folder.File("again.tlt"), key));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Other_weights_another_seed_or_another_key_are_other_bytes()
    {
        var model = TinyModel.Create();
        string[] hashes =
        [
            TinyModel.Artifact(model).Write(File),
            TinyModel.Artifact(model with { Weights = model.Weights.With("conv.bias", WeightTensor.Filled(new TensorShape(4), 1)) }).Write(File),
            (TinyModel.Artifact() with { Manifest = TinyModel.Artifact().Manifest with { Seed = 1 } }).Write(File),
            TinyModel.Artifact(model).Write(File, "a"),
            TinyModel.Artifact(model).Write(File, "b"),
        ];
        Assert.Equal(5, hashes.Distinct().Count());
    }

    [Fact]
    public void A_missing_key_and_a_wrong_key_are_told_apart_from_damage()
    {
        TinyModel.Artifact().Write(File, "right");
        Assert.True(ModelArtifact.IsEncrypted(File));
        Assert.True(ModelArtifact.IsArtifact(File));
        AssertCode("TAO3008", File, null);
        AssertCode("TAO3009", File, "wrong");
        AssertCode("TAO3009", File, "Right");
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[^1] ^= 1;
        AssertCode("TAO3006", _folder.Write("damaged.tlt", bytes), "right");
        AssertCode("TAO3006", _folder.Write("cut.tlt", bytes[..40]), "right");
    }

    [Fact]
    public void An_encrypted_file_that_asks_for_billions_of_rounds_does_not_hang()
    {
        TinyModel.Artifact().Write(File, "key");
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[11] = 0xff;
        AssertCode("TAO3006", _folder.Write("rounds.tlt", bytes), "key");
    }

    [Fact]
    public void An_encrypted_file_shows_nothing_of_the_model()
    {
        TinyModel.Artifact().Write(File, "key");
        Assert.DoesNotContain("conv", System.Text.Encoding.Latin1.GetString(System.IO.File.ReadAllBytes(File)), StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_do_not_fit_the_graph_are_never_written()
    {
        var model = TinyModel.Create();
        var artifact = TinyModel.Artifact(model with { Weights = model.Weights.With("conv.bias", WeightTensor.Filled(new TensorShape(5), 0)) });
        Assert.Throws<TaoException>(() => artifact.Write(File));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("a/b")]
    [InlineData("Weights.safetensors")]
    [InlineData(".hidden")]
    [InlineData("")]
    public void An_extra_part_has_a_plain_name_of_its_own(string name)
    {
        var artifact = TinyModel.Artifact();
        artifact = artifact with { ExtraParts = artifact.ExtraParts.Add(name, ReadOnlyMemory<byte>.Empty) };
        Assert.Throws<ArgumentException>(() => artifact.Write(File));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("key")]
    public void A_weight_source_opens_artifacts(string? key)
    {
        TinyModel.Artifact().Write(File, key);
        var source = WeightSource.Open(File, key);
        Assert.Equal("tlt", source.Format);
        AssertEqual(TinyModel.Create().Weights, source.Tensors);
    }

    [Fact]
    public void Other_files_are_no_artifacts()
    {
        Assert.False(ModelArtifact.IsArtifact(_folder.Write("text", "text"u8.ToArray())));
        Assert.False(ModelArtifact.IsArtifact(_folder.Write("empty", [])));
        AssertCode("TAO3006", _folder.Write("text", "text"u8.ToArray()), null);
        AssertCode("TAO3001", _folder.File("missing"), null);
    }

    private static void AssertCode(string code, string path, string? key) =>
        Assert.Equal(code, Assert.Single(Assert.Throws<TaoException>(() => ModelArtifact.Read(path, key)).Diagnostics).Code);

    private static void AssertEqual(Weights expected, Weights actual)
    {
        Assert.Equal(expected.Values.Keys, actual.Values.Keys);
        Assert.All(expected.Values, pair => Assert.Equal(pair.Value.Data.ToArray(), actual[pair.Key].Data.ToArray()));
    }
}
