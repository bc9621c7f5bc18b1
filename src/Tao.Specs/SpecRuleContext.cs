using Tao.Specs.Binding;

namespace Tao.Specs;

/// <summary>
/// How a message's rules report. Fields are paths relative to the message (<c>sgd.lr</c>). A rule about a field that is already
/// reported as wrong stays silent: its value is not what the user meant.
/// </summary>
public sealed class SpecRuleContext
{
    private readonly BindingState _state;
    private readonly string _path;
    private readonly SourceLocation _location;

    internal SpecRuleContext(BindingState state, string path, SourceLocation location)
    {
        _state = state;
        _path = path;
        _location = location;
    }

    /// <summary>The stages that are to run; none when the spec is only checked.</summary>
    public SpecStages Stages => _state.Stages;

    /// <summary>Whether the spec gives the field, even if it gives the default.</summary>
    public bool IsGiven(string field) => _state.Origins.ContainsKey(SpecPath.Join(_path, field));

    /// <param name="fields">The fields that disagree; the first one that the spec gives is where the error is shown.</param>
    public void Error(string message, string remedy, params ReadOnlySpan<string> fields) => Report(DiagnosticSeverity.Error, message, remedy, fields);

    /// <inheritdoc cref="Error"/>
    public void Warning(string message, string remedy, params ReadOnlySpan<string> fields) => Report(DiagnosticSeverity.Warning, message, remedy, fields);

    /// <summary>Warns, when the spec gives a field of a shared message, that this network does not use it.</summary>
    public void Ignored(string field, string reason)
    {
        if (IsGiven(field))
            Add(SpecCodes.Ignored, DiagnosticSeverity.Warning, $"'{field[(field.LastIndexOf('.') + 1)..]}' has no effect: {reason}", "Remove it if you rely on it.", [field]);
    }

    /// <summary>Reports a field of a shared message that this network cannot be without, unless the spec gives it.</summary>
    public void Require(string field, string remedy)
    {
        if (!IsGiven(field))
            Add(SpecCodes.MissingField, DiagnosticSeverity.Error, $"The spec lacks the required field '{field}'.", remedy, [field, field[..Math.Max(0, field.LastIndexOf('.'))]]);
    }

    private void Report(DiagnosticSeverity severity, string message, string remedy, ReadOnlySpan<string> fields) =>
        Add(SpecCodes.Contradiction, severity, message, remedy, fields);

    private void Add(string code, DiagnosticSeverity severity, string message, string remedy, ReadOnlySpan<string> fields)
    {
        SourceLocation? location = null;
        foreach (var field in fields)
        {
            var path = SpecPath.Join(_path, field);
            if (_state.IsFaulty(path))
                return;
            location ??= _state.Origins.GetValueOrDefault(path);
        }

        _state.Bag.Add(new(code, severity, message, remedy, location ?? _location));
    }
}
