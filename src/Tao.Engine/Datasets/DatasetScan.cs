using System.Collections.Immutable;
using Tao.Data;
using Tao.Data.Classification;
using Tao.Engine.Stages;
using Tao.Networks;
using Tao.Specs;

namespace Tao.Engine.Datasets;

/// <summary>Looks at the folders that the spec or the project names, and reports everything that is wrong with them at once.</summary>
internal static class DatasetScan
{
    /// <summary>Throws when there is an error; warnings are reported.</summary>
    public static ProjectDataset Run(StageContext context, IReadOnlyCollection<SplitRole> roles, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var policy = context.Options.Name("fault_policy", FaultPolicy.Skip);
        context.Options.ThrowIfErrors();
        var scanner = Scanner(context, policy, diagnostics);
        diagnostics.ThrowIfErrors();

        var splits = ImmutableSortedDictionary.CreateBuilder<SplitRole, ImageDataset>();
        foreach (var role in roles.Order())
        {
            if (PathOf(context, role, diagnostics) is { } path)
                splits[role] = scanner(path, splits.GetValueOrDefault(SplitRole.Train), cancellation);
        }
        if (!diagnostics.HasErrors && splits.TryGetValue(SplitRole.Train, out var train))
            Compare(train, splits.Where(split => split.Key != SplitRole.Train).Select(split => split.Value), diagnostics);
        diagnostics.ThrowIfErrors();
        foreach (var finding in diagnostics.Items)
            context.Report(finding);
        return new ProjectDataset(splits.ToImmutable());
    }

    /// <summary>Scans a split, given the training split when that was scanned before.</summary>
    private static Func<string, ImageDataset?, CancellationToken, ImageDataset> Scanner(StageContext context, FaultPolicy policy, DiagnosticBag diagnostics)
    {
        var plan = context.Network.Dataset;
        if (plan is { Format: DatasetFormat.LabelTable, Images: { } images })
        {
            string folder = context.ResolvePath(context.Option("image_directory_path", images.Path));
            return (path, train, cancellation) => LabelTableScanner.Scan(path, folder, train?.LabelSets, policy, diagnostics, cancellation);
        }
        var classMap = context.HasInput("classmap") ? ClassMap.Read(context.Input("classmap"), diagnostics) : null;
        return (path, _, cancellation) => FolderDatasetScanner.Scan(path, classMap, policy, diagnostics, cancellation);
    }

    private static void Compare(ImageDataset train, IEnumerable<ImageDataset> others, DiagnosticBag diagnostics)
    {
        foreach (var other in others)
        {
            DatasetChecks.SameClasses(train, other, diagnostics);
            DatasetChecks.NoOverlap(train, other, diagnostics);
        }
    }

    private static string? PathOf(StageContext context, SplitRole role, DiagnosticBag diagnostics)
    {
        var dataset = context.Network.Dataset;
        var plan = dataset.Split(role);
        string option = OptionOf(role), path = context.Option(option, plan.Path);
        var place = plan.Field is { } field ? context.Network.LocationOf(field) : null;
        if (path.Length > 0)
        {
            string full = context.ResolvePath(path);
            bool exists = dataset.Format == DatasetFormat.LabelTable ? File.Exists(full) : Directory.Exists(full);
            if (exists || context.Option(option, "").Length > 0 || place is null)
                return full;
            var (what, remedy) = dataset.Format == DatasetFormat.LabelTable
                ? ("label table", "Correct the path; it names a CSV file.")
                : ("dataset folder", "Correct the path; it names a folder that holds one folder for each class.");
            diagnostics.Error(DataCodes.FolderMissing, $"The {what} '{full}' does not exist.", remedy, place);
            return null;
        }
        if (role != SplitRole.Test)
        {
            diagnostics.Error(
                SpecCodes.MissingField, $"The spec does not say where the {role.ToString().ToLowerInvariant()} images are.",
                $"Set {plan.Field}, or give the project a TaoDataset item with that role.", place);
        }
        return null;
    }

    /// <summary>The request's option that overrides the spec's path.</summary>
    public static string OptionOf(SplitRole role) => role switch
    {
        SplitRole.Train => "train_dataset_path",
        SplitRole.Validation => "val_dataset_path",
        _ => "eval_dataset_path",
    };
}
