using System.Text.RegularExpressions;

namespace Tao.Sdk.Tests.Builds;

/// <summary>What a build said.</summary>
internal sealed partial record BuildOutcome(int ExitCode, string Output)
{
    /// <summary>Stages that did their work, in order, but for the report that follows them. An engine that only found its stage up to date does not count.</summary>
    public IReadOnlyList<string> StartedStages => [.. StartedLine().Matches(Output).Select(match => match.Groups[1].Value).Where(stage => stage != "Report")];

    public bool WroteReport => StartedLine().Matches(Output).Any(match => match.Groups[1].Value == "Report");

    /// <summary>Stages whose results came from a cache, in order.</summary>
    public IReadOnlyList<string> RestoredStages => [.. RestoredLine().Matches(Output).Select(match => match.Groups[1].Value)];

    /// <summary>Stages for which the engine was started at all, at normal verbosity.</summary>
    public IReadOnlyList<string> CheckedStages => [.. UpToDateLine().Matches(Output).Select(match => match.Groups[1].Value)];

    /// <summary>Stages that -t:TaoExplain says would run, in order.</summary>
    public IReadOnlyList<string> ExplainedStages => [.. ExplainedLine().Matches(Output).Select(match => match.Groups[1].Value)];

    public BuildOutcome MustSucceed()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    // "  Train: started (field train_config.n_epochs: 20 -> 80)"
    [GeneratedRegex(@"^ *(\w+): started", RegexOptions.Multiline)]
    private static partial Regex StartedLine();

    // "  Train: restored (from /home/me/.cache/tao, where its making took 734.2 s)"
    [GeneratedRegex(@"^ *(\w+): restored", RegexOptions.Multiline)]
    private static partial Regex RestoredLine();

    // "  Train: would run (0:12 the last time)"
    [GeneratedRegex(@"^ *(\w+): would run", RegexOptions.Multiline)]
    private static partial Regex ExplainedLine();

    // "  Train: up to date"
    [GeneratedRegex(@"^ *(\w+): up to date", RegexOptions.Multiline)]
    private static partial Regex UpToDateLine();
}
