using System.Collections.Immutable;
using Tao.Data;
using Tao.Data.Classification;
using Tao.Engine.Stages;
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
        var classMap = context.HasInput("classmap") ? ClassMap.Read(context.Input("classmap"), diagnostics) : null;
        diagnostics.ThrowIfErrors();

        var splits = ImmutableSortedDictionary.CreateBuilder<SplitRole, FolderDataset>();
        foreach (var role in roles.Order())
        {
            if (PathOf(context, role, diagnostics) is { } path)
                splits[role] = FolderDatasetScanner.Scan(path, classMap, policy, diagnostics, cancellation);
        }
        if (!diagnostics.HasErrors && splits.TryGetValue(SplitRole.Train, out var train))
            Compare(train, splits.Where(split => split.Key != SplitRole.Train).Select(split => split.Value), diagnostics);
        diagnostics.ThrowIfErrors();
        foreach (var finding in diagnostics.Items)
            context.Report(finding);
        return new ProjectDataset(splits.ToImmutable());
    }

    private static void Compare(FolderDataset train, IEnumerable<FolderDataset> others, DiagnosticBag diagnostics)
    {
        foreach (var other in others)
        {
            DatasetChecks.SameClasses(train, other, diagnostics);
            DatasetChecks.NoOverlap(train, other, diagnostics);
        }
    }

    private static string? PathOf(StageContext context, SplitRole role, DiagnosticBag diagnostics)
    {
        var plan = context.Network.Dataset;
        var (option, field, value, needed) = role switch
        {
            SplitRole.Train => ("train_dataset_path", "train_config.train_dataset_path", plan.TrainPath, true),
            SplitRole.Validation => ("val_dataset_path", "train_config.val_dataset_path", plan.ValidationPath, true),
            _ => ("eval_dataset_path", "eval_config.eval_dataset_path", plan.TestPath, false),
        };
        string path = context.Option(option, value);
        if (path.Length > 0)
        {
            string folder = context.ResolvePath(path);
            if (Directory.Exists(folder) || context.Option(option, "").Length > 0 || context.Network.LocationOf(field) is not { } place)
                return folder;
            diagnostics.Error(DataCodes.FolderMissing, $"The dataset folder '{folder}' does not exist.", "Correct the path; it names a folder that holds one folder for each class.", place);
            return null;
        }
        if (needed)
        {
            diagnostics.Error(
                SpecCodes.MissingField, $"The spec does not say where the {role.ToString().ToLowerInvariant()} images are.",
                $"Set {field}, or give the project a TaoDataset item with that role.", context.Network.LocationOf(field));
        }
        return null;
    }
}
