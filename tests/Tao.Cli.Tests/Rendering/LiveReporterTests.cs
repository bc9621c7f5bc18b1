using Tao.Cli.Rendering;
using Tao.Engine.Events;

namespace Tao.Cli.Tests.Rendering;

public sealed class LiveReporterTests
{
    [Fact]
    public void Bars_show_the_epoch_the_step_and_the_expected_time_and_lines_stay()
    {
        var output = new StringWriter();
        var terminal = new Terminal(output, output, IsInteractive: true, UsesColor: false);

        var code = LiveReporter.Show(terminal, new EventText("classification", new ManualClock()), sink =>
        {
            sink.Publish(new LogEvent("a [line] to keep"));
            sink.Publish(new ProgressEvent("train", 3, 20, 10, 25, 75));
            return 42;
        });

        Assert.Equal(42, code);
        var text = output.ToString();
        Assert.Contains("a [line] to keep", text, StringComparison.Ordinal);
    }
}
