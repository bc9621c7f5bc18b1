namespace Tao.Specs;

/// <summary>What a code means wherever it is reported; the text behind <c>tao help TAO1020</c>.</summary>
public sealed record DiagnosticDescriptor(string Code, string Title, string Explanation, string Remedy);
