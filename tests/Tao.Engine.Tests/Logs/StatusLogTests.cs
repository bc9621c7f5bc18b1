using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Tao.Engine.Logs;

namespace Tao.Engine.Tests.Logs;

public sealed class StatusLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    private string LogFile => _folder.File("results/status.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_line_has_TAOs_keys_and_a_UTC_timestamp()
    {
        new StatusLog(LogFile, _clock).Append(new StatusLine(RunStatus.Started, "Starting Training Loop."));

        Assert.Equal(
            """{"date":"3/4/2026","time":"9:6:7","timestamp":"2026-03-04T15:06:07.089Z","status":"STARTED","verbosity":"INFO","message":"Starting Training Loop."}""" + "\n",
            File.ReadAllText(LogFile));
    }

    [Fact]
    public void An_epoch_line_has_its_times_and_numbers_as_numbers_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            new StatusLog(LogFile, _clock).Append(new StatusLine(RunStatus.Running, "Training loop in progress")
            {
                Epoch = new EpochStatus(3, 20, new TimeSpan(0, 0, 1, 2, 345), new TimeSpan(1, 2, 3, 4)),
                Graphical = Numbers(("loss", 0.25), ("validation_loss", double.NaN)),
                Kpi = Numbers(("validation_accuracy", 0.5)),
            });
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        var line = Assert.Single(Lines());
        Assert.Equal((3, 20), (line.GetProperty("epoch").GetInt32(), line.GetProperty("max_epoch").GetInt32()));
        Assert.Equal("0:01:02.345000", line.GetProperty("time_per_epoch").GetString());
        Assert.Equal("26:03:04.000000", line.GetProperty("eta").GetString());
        Assert.Equal(0.25, line.GetProperty("graphical").GetProperty("loss").GetDouble());
        Assert.Equal("NaN", line.GetProperty("graphical").GetProperty("validation_loss").GetString());
        Assert.Equal(0.5, line.GetProperty("kpi").GetProperty("validation_accuracy").GetDouble());
    }

    [Fact]
    public void Values_stay_on_later_lines()
    {
        var log = new StatusLog(LogFile, _clock);
        log.Append(new StatusLine(RunStatus.Running, "one")
        {
            Kpi = Numbers(("mAP", 0.5)),
            Graphical = Numbers(("loss", 2), ("learning_rate", 0.1)),
            Categorical = ImmutableSortedDictionary<string, string>.Empty.Add("task", "train"),
        });
        log.Append(new StatusLine(RunStatus.Success, "two") { Graphical = Numbers(("loss", 1)) });

        var last = Lines()[1];
        Assert.Equal(0.5, last.GetProperty("kpi").GetProperty("mAP").GetDouble());
        Assert.Equal(1, last.GetProperty("graphical").GetProperty("loss").GetDouble());
        Assert.Equal(0.1, last.GetProperty("graphical").GetProperty("learning_rate").GetDouble());
        Assert.Equal("train", last.GetProperty("categorical").GetProperty("task").GetString());
    }

    [Theory]
    [InlineData(RunStatus.Started, 2)]
    [InlineData(RunStatus.Running, 2)]
    [InlineData(RunStatus.Success, 1)]
    [InlineData(RunStatus.Failure, 1)]
    [InlineData(RunStatus.Skipped, 1)]
    public void A_log_without_an_end_is_closed_after_a_death(RunStatus last, int lines)
    {
        new StatusLog(LogFile, _clock).Append(new StatusLine(last, "last"));

        StatusLog.CloseAfterDeath(LogFile, _clock, "died");

        Assert.Equal(lines, Lines().Count);
        Assert.Equal(lines == 2 ? RunStatus.Failure : last, StatusLog.LastStatus(LogFile));
    }

    [Fact]
    public void A_log_that_is_not_there_is_not_made_by_closing_it()
    {
        StatusLog.CloseAfterDeath(LogFile, _clock, "died");

        Assert.False(File.Exists(LogFile));
    }

    [Fact]
    public void Half_a_line_is_dropped_and_its_run_still_counts_as_open()
    {
        new StatusLog(LogFile, _clock).Append(new StatusLine(RunStatus.Running, "whole"));
        File.AppendAllText(LogFile, "{\"date\":\"3/4/2");

        StatusLog.CloseAfterDeath(LogFile, _clock, "died");

        Assert.Equal(["RUNNING", "FAILURE"], Lines().Select(line => line.GetProperty("status").GetString()!));
    }

    private static ImmutableSortedDictionary<string, double> Numbers(params (string Name, double Value)[] values) =>
        values.ToImmutableSortedDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);

    private List<JsonElement> Lines() => [.. File.ReadAllLines(LogFile).Select(line => JsonDocument.Parse(line).RootElement)];
}
