using System.Collections.Immutable;
using System.Globalization;
using Tao.Cli.Parsing;
using Tao.Cli.Rendering;
using Tao.Engine.Cache;
using Tao.Specs;

namespace Tao.Cli.Commands;

/// <summary><c>tao gc</c>: keeps the cache's folder small.</summary>
internal static class CollectCommand
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private static readonly Flag _maxSize = new("--max-size", FlagKind.Text, "Remove the longest unused results until at most this much is left: 20GB, 500MiB.") { ValueName = "SIZE" };
    private static readonly Flag _olderThan = new("--older-than", FlagKind.Text, "Remove results that were not used for so long: 12h, 30d, 8w.") { ValueName = "TIME" };
    private static readonly Flag _dryRun = new("--dry-run", FlagKind.Switch, "Only show what would be removed.");
    private static readonly Flag _folder = new("--cache", FlagKind.Text, "The cache's folder; by default those of TAO_CACHE, else the user's own.") { ValueName = "DIR" };

    public static CommandDeclaration Declaration { get; } = new("gc", "Removes results from the cache that were longest not used.")
    {
        Flags = [_maxSize, _olderThan, _dryRun, _folder],
        Notes = "Files that no result needs, which killed processes left, are removed in any case. A result that a build is just using stays: 'tao gc' waits for it.",
        Run = Run,
    };

    private static int Run(Invocation invocation)
    {
        var (context, flags) = (invocation.Context, invocation.Flags);
        var bag = new DiagnosticBag();
        var size = flags.Text(_maxSize) is { } sizeText ? Amount.Bytes(sizeText) ?? Refuse<long>(bag, _maxSize, sizeText, "20GB, 500MiB or a number of bytes") : null;
        var age = flags.Text(_olderThan) is { } ageText ? Amount.Time(ageText) ?? Refuse<TimeSpan>(bag, _olderThan, ageText, "12h, 30d or 8w") : null;
        var folders = Folders(context, flags, bag);
        if (!bag.HasErrors)
        {
            var options = new CollectOptions(size, context.Clock.GetUtcNow() - age, flags.Has(_dryRun));
            foreach (var folder in folders)
                Collect(context, folder, options, bag);
        }
        Problems.Print(context.Terminal, bag.Items);
        return bag.HasErrors ? ExitCode.UserError : ExitCode.Success;
    }

    private static ImmutableArray<string> Folders(CliContext context, FlagValues flags, DiagnosticBag bag)
    {
        if (flags.Text(_folder) is { } folder)
            return [context.FullPath(folder)];
        var settings = CacheSettings.FromEnvironment(context.Environment, context.WorkingDirectory, bag);
        var folders = settings.Locations.Where(location => !CacheSettings.IsRemote(location)).ToImmutableArray();
        return folders.IsEmpty ? [CacheSettings.DefaultFolder(context.Environment)] : folders;
    }

    private static void Collect(CliContext context, string folder, CollectOptions options, DiagnosticBag bag)
    {
        try
        {
            Print(context.Terminal.Output, folder, new CacheCollector(folder, _patience).Collect(options, context.Stop.Graceful), options.DryRun);
        }
        catch (TaoException busy)
        {
            foreach (var problem in busy.Diagnostics)
                bag.Add(problem);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            bag.Error(CliCodes.CannotWrite, $"The cache {folder} cannot be cleaned: {unwritable.Message}", "Choose a folder that you may write to.");
        }
    }

    private static void Print(TextWriter output, string folder, CollectReport report, bool dryRun)
    {
        foreach (var result in report.Removed)
        {
            var name = result.Stage is { } stage ? $"{result.Network} {stage}" : "unreadable record";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.LastUsed:yyyy-MM-dd HH:mm}  {Quantity.Bytes(result.Bytes),10}  {name}"));
        }
        var verb = dryRun ? "would remove" : "removed";
        output.WriteLine($"{folder}: {verb} {Results(report.Removed.Length)}, {Quantity.Bytes(report.BytesFreed)}; {Results(report.Kept)}, {Quantity.Bytes(report.BytesKept)}, stay.");
    }

    private static string Results(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "result" : "results")}");

    private static T? Refuse<T>(DiagnosticBag bag, Flag flag, string value, string expected)
        where T : struct
    {
        bag.Error(CliCodes.BadFlagValue, $"{flag.Name} cannot be '{value}'.", $"Write {expected}.");
        return null;
    }
}
