using System.Collections.Immutable;
using System.Text;
using Tao.Specs;

namespace Tao.Engine.Pretrained;

/// <summary>What became of a weight file's tensors and of a network's parameters.</summary>
public sealed record MatchReport(string Path, string Format)
{
    private const int MostNamesListed = 10;

    public ImmutableArray<MatchedParameter> Matched { get; init; } = [];

    public ImmutableArray<ShapeMismatch> ShapeMismatches { get; init; } = [];

    /// <summary>Parameters without a tensor in the file; they keep their initial values.</summary>
    public ImmutableArray<MissingParameter> Missing { get; init; } = [];

    /// <summary>Tensors of the file that no parameter took (batch norm's counters do not count).</summary>
    public ImmutableArray<string> Unused { get; init; } = [];

    /// <summary>Every parameter got its value and every tensor was used.</summary>
    public bool IsComplete => ShapeMismatches.IsEmpty && Missing.IsEmpty && Unused.IsEmpty;

    /// <summary>Something outside the head matched, and no shape differs there.</summary>
    public bool BackboneFits => Matched.Any(match => !match.InHead) && !BackboneMismatches.Any();

    /// <summary>Shapes differ outside the head, all as pruning would make them: the file's own graph must be used.</summary>
    public bool LooksPruned => BackboneMismatches.Any() && BackboneMismatches.All(mismatch => mismatch.LooksPruned);

    private IEnumerable<ShapeMismatch> BackboneMismatches => ShapeMismatches.Where(mismatch => !mismatch.InHead);

    /// <summary>Several lines for people: the counts, then the names of what did not match (the first ten of each kind).</summary>
    public string Summary()
    {
        var text = new StringBuilder();
        var parameters = Matched.Length + ShapeMismatches.Length + Missing.Length;
        text.Append(FormattableString.Invariant($"Weights from {Path} ({Format}): {Matched.Length} of {parameters} parameters matched."));
        AppendList(text, "Other shape", ShapeMismatches, Describe);
        AppendList(text, "Missing in the file", Missing, missing => missing.InHead ? $"{missing.Name} (head)" : missing.Name);
        AppendList(text, "Unused in the file", Unused, name => name);
        return text.ToString();
    }

    /// <summary>
    /// TAO3005 (error) for each shape that differs outside the head, or once when nothing outside it matched; TAO3010 (warning) once when
    /// parameters outside the head are missing in the file.
    /// </summary>
    public IReadOnlyList<Diagnostic> Diagnostics()
    {
        // A head that fits by chance, such as a bias of as many classes, makes no backbone.
        if (Matched.All(match => match.InHead) && !BackboneMismatches.Any())
            return [DoesNotFit("none of its tensors has the name of a parameter of this network's backbone", "Give the weights of this backbone.")];
        var remedy = LooksPruned
            ? "The file seems to be a pruned model: use it as pruned model, so that its own graph is taken."
            : "Give the weights of this backbone, or correct the network's settings.";
        var diagnostics = BackboneMismatches.Select(mismatch => DoesNotFit(Describe(mismatch), remedy)).ToList();
        var missing = Missing.Where(parameter => !parameter.InHead).Select(parameter => parameter.Name).ToList();
        if (missing.Count > 0)
        {
            var message = FormattableString.Invariant($"{Path}: it has no value for {missing.Count} parameters: {Shorten(missing)}.");
            diagnostics.Add(new(WeightErrors.PartlyLoaded, DiagnosticSeverity.Warning, message, "They start from their initial values.", null));
        }
        return diagnostics;
    }

    /// <summary>Throws <see cref="TaoException"/> with every TAO3005 of <see cref="Diagnostics"/> unless the backbone fits.</summary>
    public void ThrowUnlessBackboneFits()
    {
        var errors = Diagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new TaoException(errors);
    }

    private Diagnostic DoesNotFit(string message, string remedy) =>
        new(WeightErrors.DoesNotFit, DiagnosticSeverity.Error, $"{Path}: {message}.", remedy, null);

    private static string Describe(ShapeMismatch mismatch)
    {
        var source = mismatch.SourceName == mismatch.Name ? "" : $" ('{mismatch.SourceName}')";
        var head = mismatch.InHead ? " (head)" : "";
        return $"'{mismatch.Name}'{source} is {mismatch.Found} in the file but {mismatch.Expected} in the network{head}";
    }

    private static void AppendList<T>(StringBuilder text, string title, ImmutableArray<T> items, Func<T, string> describe)
    {
        if (items.IsEmpty)
            return;
        text.Append(FormattableString.Invariant($"\n  {title}: {items.Length}"));
        foreach (var item in items.Take(MostNamesListed))
            text.Append("\n    ").Append(describe(item));
        if (items.Length > MostNamesListed)
            text.Append(FormattableString.Invariant($"\n    and {items.Length - MostNamesListed} more"));
    }

    private static string Shorten(List<string> names) =>
        string.Join(", ", names.Take(MostNamesListed)) + (names.Count > MostNamesListed ? ", …" : "");
}
