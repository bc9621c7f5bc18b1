using System.Collections.Immutable;
using Tao.Specs.Binding;

namespace Tao.Specs;

/// <summary>Fills typed records from a spec tree and reports every problem of the whole spec at once.</summary>
public static class SpecBinder
{
    /// <summary>Binds a spec that is only checked: no stage's own requirements apply.</summary>
    public static BoundSpec<T> Bind<T>(SpecBlock root, DiagnosticBag bag)
        where T : notnull, new() => Bind<T>(root, bag, SpecStages.None);

    /// <param name="stages">The stages to run; fields that they require must be given.</param>
    /// <returns>The spec with defaults where a field is absent or wrong: usable only when the bag has no errors.</returns>
    public static BoundSpec<T> Bind<T>(SpecBlock root, DiagnosticBag bag, SpecStages stages)
        where T : notnull, new()
    {
        var (value, origins) = Bind(typeof(T), root, bag, stages);
        return new((T)value, origins);
    }

    /// <summary>The same for a record type known only at run time.</summary>
    public static (object Value, IReadOnlyDictionary<string, SourceLocation> Origins) Bind(Type type, SpecBlock root, DiagnosticBag bag, SpecStages stages)
    {
        var schema = SpecSchema.Describe(type);
        var state = new BindingState(bag, schema, stages);
        var value = new MessageBinder(state).Bind(schema, root.Entries, "", root.Location);
        return (value, state.Origins.ToImmutableDictionary());
    }
}
