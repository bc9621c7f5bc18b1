using Tao.Data.Classification;
using Tao.Imaging;
using Tao.Specs;
using Tao.Testing;

namespace Tao.Data.Tests.Classification;

public sealed class LabelTableScannerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    public LabelTableScannerTests()
    {
        for (var i = 0; i < 4; i++)
            _folder.Write($"images/{i}.png", ImageCodec.EncodePng(TinyImages.Draw(i % 2, i)));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Columns_are_label_sets_and_values_classes_both_in_order()
    {
        var dataset = Scan("fname,shape,colour\n0.png,ring,red\n1.png,disc,blue\n\"2.png\",ring,\"dark, blue\"\n");
        Assert.Empty(_bag.Items);
        Assert.Equal([new LabelSet("colour", ["blue", "dark, blue", "red"]), new LabelSet("shape", ["disc", "ring"])], dataset.LabelSets);
        Assert.Equal(["2,1", "0,0", "1,1"], dataset.Samples.Select(sample => string.Join(',', sample.Labels)));
        Assert.Equal(["0.png", "1.png", "2.png"], dataset.Samples.Select(sample => sample.RelativePath));
        Assert.All(dataset.Samples, sample => Assert.NotNull(sample.Sha256));
    }

    [Fact]
    public void Labels_count_as_the_training_table_counts_them()
    {
        var train = Scan("f,shape\n0.png,bar\n1.png,disc\n2.png,ring\n");
        var other = Scan("f,shape\n3.png,ring\n", train);
        Assert.Empty(_bag.Items);
        Assert.Equal(train.LabelSets, other.LabelSets);
        Assert.Equal([2], other.Samples.Single().Labels);
    }

    [Theory]
    [InlineData("f,shape\n3.png,oval\n", "no 'oval' in the task 'shape'")]
    [InlineData("f,colour\n3.png,red\n", "lacks the task 'shape'")]
    [InlineData("f,shape,colour\n3.png,ring,red\n", "training data lacks the task 'colour'")]
    public void What_training_does_not_know_is_an_error(string table, string expected)
    {
        var train = Scan("f,shape\n0.png,disc\n1.png,ring\n");
        Scan(table, train);
        Assert.Contains(_bag.Items, item => item.Code == DataCodes.SplitClassMismatch && item.Severity == DiagnosticSeverity.Error && item.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_value_is_shown_where_it_first_stands()
    {
        var train = Scan("f,shape\n0.png,disc\n1.png,ring\n");
        Scan("f,shape\n2.png,ring\n3.png,oval\n0.png,oval\n", train);
        Assert.Equal(3, Assert.Single(_bag.Items, item => item.Code == DataCodes.SplitClassMismatch).Location!.Line);
    }

    [Fact]
    public void Rows_that_cannot_be_used_are_reported_at_their_lines()
    {
        _folder.Write("images/broken.png", "no image");
        var dataset = Scan("f,shape\n0.png,disc\nmissing.png,disc\nbroken.png,ring\n1.png,\n\n2.png,ring\n");
        Assert.Equal(["0.png", "2.png"], dataset.Samples.Select(sample => sample.RelativePath));
        Assert.Equal(
            [(DataCodes.LabelMissing, 5), (DataCodes.AccessDenied, 3), (DataCodes.NotAnImage, 4)],
            _bag.Items.Select(item => (item.Code, item.Location!.Line)));
        Assert.All(_bag.Items, item => Assert.Equal(DiagnosticSeverity.Warning, item.Severity));
    }

    [Fact]
    public void A_setting_makes_them_errors()
    {
        Scan("f,shape\n0.png,disc\nmissing.png,disc\n2.png,ring\n", policy: FaultPolicy.Refuse);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(_bag.Items).Severity);
    }

    [Theory]
    [InlineData("", DataCodes.LabelTableUnreadable)]
    [InlineData("f\n0.png\n", DataCodes.LabelTableUnreadable)]
    [InlineData("f,a,a\n0.png,x,y\n", DataCodes.LabelTableUnreadable)]
    [InlineData("f,a\n", DataCodes.NoImages)]
    [InlineData("f,a\n0.png,x\n1.png,x\n", DataCodes.TooFewClasses)]
    public void What_is_no_table_of_labels_is_an_error(string table, string code)
    {
        Scan(table);
        Assert.Contains(_bag.Items, item => item.Code == code && item.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void The_same_image_twice_is_a_warning_that_names_the_other_row()
    {
        Scan("f,shape\n0.png,disc\n1.png,ring\n0.png,ring\n");
        var item = Assert.Single(_bag.Items);
        Assert.Equal((DataCodes.DuplicateContent, 4), (item.Code, item.Location!.Line));
        Assert.Contains("line 2 with other labels", item.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_table_and_a_missing_folder_are_both_told()
    {
        LabelTableScanner.Scan(_folder.Path + "/none.csv", _folder.Path + "/nowhere", null, FaultPolicy.Skip, _bag, TestContext.Current.CancellationToken);
        Assert.Equal([DataCodes.FolderMissing, DataCodes.FolderMissing], _bag.Items.Select(item => item.Code));
    }

    private ImageDataset Scan(string table, ImageDataset? train = null, FaultPolicy policy = FaultPolicy.Skip)
    {
        _folder.Write("labels.csv", table);
        return LabelTableScanner.Scan(_folder.Path + "/labels.csv", _folder.Path + "/images", train?.LabelSets, policy, _bag, TestContext.Current.CancellationToken);
    }
}
