using Tao.Data.Classification;
using Tao.Imaging;
using Tao.Specs;
using Tao.Testing;

namespace Tao.Data.Tests.Classification;

public sealed class FolderDatasetScannerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Classes_and_files_are_in_ordinal_order_and_found_at_any_depth()
    {
        foreach (var path in (string[])["b/2.PNG", "b/1.png", "a/z/deep/3.png", "a/4.png", "B/5.png"])
            WriteImage(path);
        var dataset = Scan(FaultPolicy.Refuse);
        Assert.Empty(_bag.Items);
        Assert.Equal(["B", "a", "b"], dataset.LabelSets.Single().Classes);
        Assert.Equal(["B/5.png", "a/4.png", "a/z/deep/3.png", "b/1.png", "b/2.PNG"], dataset.Samples.Select(s => s.RelativePath));
        Assert.Equal([0, 1, 1, 2, 2], dataset.Samples.Select(s => s.Labels[0]));
        Assert.Equal([1, 2, 2], dataset.CountByClass());
        Assert.All(dataset.Samples, s => Assert.Equal((24, 16, 64), (s.Width, s.Height, s.Sha256!.Length)));
    }

    [Fact]
    public void The_hash_is_that_of_the_file()
    {
        WriteImage("b/1.png");
        var path = WriteImage("a/1.png");
        var expected = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
        Assert.Equal(expected, Scan(FaultPolicy.Skip).Samples[0].Sha256);
    }

    public static TheoryData<string, byte[], string, string> BadFiles => new()
    {
        { "a/bad.jpg", [], DataCodes.EmptyFile, "empty" },
        { "a/bad.jpg", "<html>404</html>"u8.ToArray(), DataCodes.NotAnImage, "not an image" },
        { "a/bad.jpg", Jpeg[..^40], DataCodes.TruncatedImage, "ends" },
        { "a/bad.png", Png[..^12], DataCodes.TruncatedImage, "ends" },
        { "a/bad.png", Damaged(Png), DataCodes.CorruptImage, "checksum" },
        { "a/bad.png", "GIF89a"u8.ToArray(), DataCodes.UnsupportedImage, "GIF" },
        { "a/notes.txt", "hello"u8.ToArray(), DataCodes.OtherExtension, "not named" },
        { "stray.jpg", Jpeg, DataCodes.FileOutsideClass, "class folder" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_bad_file_is_left_out_with_a_warning_or_refused(string path, byte[] content, string code, string text)
    {
        WriteImage("a/good.png");
        WriteImage("b/good.png");
        var bad = _folder.Write(path, content);

        var dataset = Scan(FaultPolicy.Skip);
        AssertOnly(_bag, code, DiagnosticSeverity.Warning, bad, text);
        Assert.Equal(["a/good.png", "b/good.png"], dataset.Samples.Select(s => s.RelativePath));

        var strict = new DiagnosticBag();
        FolderDatasetScanner.Scan(_folder.Path, null, FaultPolicy.Refuse, strict, TestContext.Current.CancellationToken);
        AssertOnly(strict, code, DiagnosticSeverity.Error, bad, text);
    }

    [Fact]
    public void A_wrongly_named_image_is_reported_and_read()
    {
        WriteImage("b/good.png");
        var path = _folder.Write("a/really.jpg", Png);
        var dataset = Scan(FaultPolicy.Skip);
        AssertOnly(_bag, DataCodes.WrongExtension, DiagnosticSeverity.Warning, path, "Png");
        Assert.Equal(2, dataset.Samples.Length);
    }

    [Fact]
    public void Duplicates_are_told_and_kept()
    {
        _folder.Write("a/1.png", Png);
        var twin = _folder.Write("a/2.png", Png);
        var stranger = _folder.Write("b/3.png", Png);
        Assert.Equal(3, Scan(FaultPolicy.Refuse).Samples.Length);
        Assert.Equal([twin, stranger], _bag.Items.Select(d => d.Location!.File));
        Assert.All(_bag.Items, d => Assert.Equal((DataCodes.DuplicateContent, DiagnosticSeverity.Warning), (d.Code, d.Severity)));
        Assert.Contains("another class", _bag.Items[1].Message);
    }

    [Fact]
    public void A_missing_folder_is_an_error()
    {
        FolderDatasetScanner.Scan(_folder.File("none/here"), null, FaultPolicy.Skip, _bag, TestContext.Current.CancellationToken);
        AssertOnly(_bag, DataCodes.FolderMissing, DiagnosticSeverity.Error, _folder.File("none/here"), "does not exist");
    }

    [Fact]
    public void One_class_is_too_few()
    {
        WriteImage("a/1.png");
        Scan(FaultPolicy.Skip);
        AssertOnly(_bag, DataCodes.TooFewClasses, DiagnosticSeverity.Error, _folder.Path, "at least two");
    }

    [Fact]
    public void An_empty_class_is_a_fault_and_keeps_its_number()
    {
        WriteImage("a/1.png");
        Directory.CreateDirectory(_folder.File("b/x"));
        WriteImage("c/1.png");
        Assert.Equal(2, Scan(FaultPolicy.Skip).Samples[1].Labels[0]);
        AssertOnly(_bag, DataCodes.EmptyClass, DiagnosticSeverity.Warning, Path.Combine(_folder.Path, "b"), "'b'");
    }

    [Fact]
    public void No_image_at_all_is_an_error_whatever_the_policy()
    {
        _folder.Write("a/1.png", []);
        Directory.CreateDirectory(_folder.File("b/x"));
        Scan(FaultPolicy.Skip);
        Assert.Equal([DataCodes.EmptyFile, DataCodes.NoImages], _bag.Items.Select(d => d.Code));
        Assert.True(_bag.HasErrors);
    }

    [Fact]
    public void A_class_map_orders_the_classes()
    {
        WriteImage("a/1.png");
        WriteImage("b/1.png");
        var dataset = FolderDatasetScanner.Scan(_folder.Path, new ClassMap(["b", "a"], null), FaultPolicy.Refuse, _bag, TestContext.Current.CancellationToken);
        Assert.Empty(_bag.Items);
        Assert.Equal(["b", "a"], dataset.LabelSets.Single().Classes);
        Assert.Equal("b/1.png", dataset.Samples[0].RelativePath);
    }

    [Fact]
    public void A_class_map_must_fit_the_folders()
    {
        WriteImage("a/1.png");
        WriteImage("b/1.png");
        FolderDatasetScanner.Scan(_folder.Path, new ClassMap(["a", "c"], "map.json"), FaultPolicy.Skip, _bag, TestContext.Current.CancellationToken);
        Assert.Equal([DiagnosticSeverity.Warning, DiagnosticSeverity.Error], _bag.Items.Where(d => d.Code == DataCodes.ClassMapMismatch).Select(d => d.Severity));
    }

    [Fact]
    public void A_linked_folder_below_a_class_is_not_followed()
    {
        WriteImage("a/1.png");
        WriteImage("b/1.png");
        var link = _folder.File("a/loop");
        Directory.CreateSymbolicLink(link, _folder.Path);
        Assert.Equal(2, Scan(FaultPolicy.Skip).Samples.Length);
        AssertOnly(_bag, DataCodes.LinkedFolder, DiagnosticSeverity.Warning, link, "not followed");
    }

    [Fact]
    public void A_cancelled_scan_stops()
    {
        TinyImages.WriteFolder(_folder.Path, 2, 4);
        Assert.ThrowsAny<OperationCanceledException>(() => FolderDatasetScanner.Scan(_folder.Path, null, FaultPolicy.Skip, _bag, new CancellationToken(true)));
    }

    private static readonly byte[] Png = ImageCodec.EncodePng(TinyImages.Draw(1, 1));
    private static readonly byte[] Jpeg = ImageCodec.EncodeJpeg(TinyImages.Draw(1, 1));

    private static byte[] Damaged(byte[] png)
    {
        byte[] copy = [.. png];
        copy[png.Length / 2] ^= 1;
        return copy;
    }

    private int _written;

    private string WriteImage(string path) => _folder.Write(path, ImageCodec.EncodePng(TinyImages.Draw(0, _written++)));

    private ImageDataset Scan(FaultPolicy policy) => FolderDatasetScanner.Scan(_folder.Path, null, policy, _bag, TestContext.Current.CancellationToken);

    private static void AssertOnly(DiagnosticBag bag, string code, DiagnosticSeverity severity, string file, string text)
    {
        var item = Assert.Single(bag.Items);
        Assert.Equal((code, severity, file), (item.Code, item.Severity, item.Location!.File));
        Assert.Contains(text, item.Message);
        Assert.NotNull(item.Remedy);
    }
}
