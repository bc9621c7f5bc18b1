using System.Globalization;
using Tao.Engine.Logs;

namespace Tao.Engine.Tests.Logs;

public sealed class TrainingCsvLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string LogFile => _folder.File("results/training.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_have_the_epoch_first_and_then_the_metrics_by_name()
    {
        var log = new TrainingCsvLog(LogFile, 0);
        log.Append(1, new Dictionary<string, double> { ["val_loss"] = 0.5, ["acc"] = 0.1, ["loss"] = 1e-7, ["lr"] = 1.0 / 3 });

        Assert.Equal("epoch,acc,loss,lr,val_loss\n1,0.1,1E-07,0.3333333333333333,0.5\n", File.ReadAllText(LogFile));
    }

    [Theory]
    [InlineData(double.NaN, "nan")]
    [InlineData(double.PositiveInfinity, "inf")]
    [InlineData(double.NegativeInfinity, "-inf")]
    [InlineData(1234567.5, "1234567.5")]
    public void Numbers_do_not_depend_on_the_culture(double value, string expected)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            new TrainingCsvLog(LogFile, 0).Append(1, new Dictionary<string, double> { ["loss"] = value });
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal($"epoch,loss\n1,{expected}\n", File.ReadAllText(LogFile));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_run_that_was_interrupted_ends_with_the_bytes_of_an_unbroken_one(int completed)
    {
        Write(_folder.File("whole.csv"), 0, 1, 6);
        Write(LogFile, 0, 1, 4);
        File.AppendAllText(LogFile, "5,0.12");

        Write(LogFile, completed, completed + 1, 6);

        Assert.Equal(File.ReadAllBytes(_folder.File("whole.csv")), File.ReadAllBytes(LogFile));
    }

    [Fact]
    public void A_fresh_run_forgets_an_older_log()
    {
        Write(LogFile, 0, 1, 4);

        Write(LogFile, 0, 1, 2);

        Assert.Equal(3, File.ReadAllLines(LogFile).Length);
    }

    [Fact]
    public void A_metric_that_comes_later_adds_its_column()
    {
        var log = new TrainingCsvLog(LogFile, 0);
        log.Append(1, new Dictionary<string, double> { ["loss"] = 2 });
        log.Append(2, new Dictionary<string, double> { ["loss"] = 1, ["a_first"] = 7 });
        log.Append(3, new Dictionary<string, double> { ["loss"] = 0.5 });

        Assert.Equal("epoch,a_first,loss\n1,nan,2\n2,7,1\n3,nan,0.5\n", File.ReadAllText(LogFile));
    }

    [Fact]
    public void An_epoch_cannot_be_logged_twice()
    {
        var log = new TrainingCsvLog(LogFile, 0);
        log.Append(2, new Dictionary<string, double> { ["loss"] = 2 });

        Assert.Throws<ArgumentOutOfRangeException>(() => log.Append(2, new Dictionary<string, double> { ["loss"] = 1 }));
    }

    private static void Write(string file, int completed, int first, int last)
    {
        var log = new TrainingCsvLog(file, completed);
        for (var epoch = first; epoch <= last; epoch++)
        {
            var metrics = new Dictionary<string, double> { ["loss"] = 1.0 / epoch, ["lr"] = 0.1 * epoch };
            if (epoch >= 3)
                metrics["val_acc"] = Math.Sqrt(epoch);
            log.Append(epoch, metrics);
        }
    }
}
