namespace Tao.Specs.Binding;

/// <param name="Text">The remedy to show.</param>
/// <param name="Sibling">The field of the same message that was probably meant.</param>
internal readonly record struct FieldSuggestion(string Text, string? Sibling);
