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
        ISplitReader reader = context.Network.Dataset.Boxes is { } boxes ? new BoxSplitReader(context, boxes, policy) : new PathSplitReader(context, policy, diagnostics);
        diagnostics.ThrowIfErrors();

        var splits = ImmutableSortedDictionary.CreateBuilder<SplitRole, ImageDataset>();
        foreach (var role in roles.Order())
        {
            if (reader.Read(role, splits.GetValueOrDefault(SplitRole.Train), diagnostics, cancellation) is { } split)
                splits[role] = split;
        }
        if (!diagnostics.HasErrors && splits.TryGetValue(SplitRole.Train, out var train))
            Compare(train, splits.Where(split => split.Key != SplitRole.Train).Select(split => split.Value), diagnostics);
        diagnostics.ThrowIfErrors();
        foreach (var finding in diagnostics.Items)
            context.Report(finding);
        return new ProjectDataset(splits.ToImmutable());
    }

    private static void Compare(ImageDataset train, IEnumerable<ImageDataset> others, DiagnosticBag diagnostics)
    {
        foreach (var other in others)
        {
            DatasetChecks.SameClasses(train, other, diagnostics);
            DatasetChecks.NoOverlap(train, other, diagnostics);
        }
    }

    /// <summary>Says that neither the spec nor the project tells where a split is.</summary>
    public static void ReportMissing(StageContext context, SplitRole role, DiagnosticBag diagnostics)
    {
        var field = context.Network.Dataset.Split(role).Field;
        diagnostics.Error(
            SpecCodes.MissingField, $"The spec does not say where the {role.ToString().ToLowerInvariant()} images are.",
            $"Set {field}, or give the project a TaoDataset item with that role.", field is null ? null : context.Network.LocationOf(field));
    }

    /// <summary>The request's option that overrides the spec's path.</summary>
    public static string OptionOf(SplitRole role) => role switch
    {
        SplitRole.Train => "train_dataset_path",
        SplitRole.Validation => "val_dataset_path",
        _ => "eval_dataset_path",
    };
}
