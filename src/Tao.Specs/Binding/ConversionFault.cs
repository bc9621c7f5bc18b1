namespace Tao.Specs.Binding;

/// <param name="Found">What stands there instead, to follow "but".</param>
internal readonly record struct ConversionFault(string Code, string Found, string Remedy);
