using System.Collections.Immutable;
using System.Globalization;
using Tao.Specs;

namespace Tao.Engine.Stages;

/// <summary>Reads a request's options as numbers and names; collects every bad one before it throws.</summary>
internal sealed class OptionReader(StageRequest request)
{
    private readonly DiagnosticBag _diagnostics = new();

    public int Int(string name, int defaultValue, int minimum, int maximum = int.MaxValue)
    {
        if (!request.Options.TryGetValue(name, out string? text))
            return defaultValue;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) && value >= minimum && value <= maximum)
            return value;
        Refuse(name, text, maximum == int.MaxValue ? $"a whole number of at least {minimum}" : $"a whole number from {minimum} to {maximum}");
        return defaultValue;
    }

    public double Double(string name, double defaultValue, double minimum, double maximum)
    {
        if (!request.Options.TryGetValue(name, out string? text))
            return defaultValue;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= minimum && value <= maximum)
            return value;
        Refuse(name, text, string.Create(CultureInfo.InvariantCulture, $"a number from {minimum} to {maximum}"));
        return defaultValue;
    }

    /// <summary>Enum members by name in any case; underscores may separate words (<c>arithmetic_mean</c>).</summary>
    public TEnum Name<TEnum>(string name, TEnum defaultValue)
        where TEnum : struct, Enum
    {
        if (!request.Options.TryGetValue(name, out string? text))
            return defaultValue;
        // Enum.TryParse would take numbers and lists of names too.
        string member = text.Replace("_", "", StringComparison.Ordinal);
        if (Enum.GetNames<TEnum>().FirstOrDefault(candidate => candidate.Equals(member, StringComparison.OrdinalIgnoreCase)) is { } found)
            return Enum.Parse<TEnum>(found);
        Refuse(name, text, $"one of {string.Join(", ", Enum.GetNames<TEnum>().Select(Spelling))}");
        return defaultValue;
    }

    /// <summary>Separated by spaces, commas or semicolons.</summary>
    public IReadOnlyList<string> List(string name) =>
        request.Options.GetValueOrDefault(name, "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Entries <c>name=value</c> for some of the names, separated as a list.</summary>
    /// <param name="expected">What a value is, for messages.</param>
    /// <param name="parse">Null for a text that is no value.</param>
    public ImmutableDictionary<string, T> Map<T>(string name, IReadOnlyCollection<string> keys, string expected, Func<string, T?> parse)
        where T : struct
    {
        var map = ImmutableDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (string entry in List(name))
        {
            int separator = entry.LastIndexOf('=');
            string key = separator < 0 ? "" : entry[..separator];
            if (!keys.Contains(key))
                Refuse(name, entry, $"NAME=VALUE with a NAME of {string.Join(", ", keys)}");
            else if (parse(entry[(separator + 1)..]) is { } value)
                map[key] = value;
            else
                Refuse(name, entry, $"NAME={expected}");
        }
        return map.ToImmutable();
    }

    public void ThrowIfErrors() => _diagnostics.ThrowIfErrors();

    private void Refuse(string name, string text, string expected) =>
        _diagnostics.Error(EngineCodes.BadOption, $"The option '{name}' is '{text}', which is not {expected}.", $"Give {expected}.");

    /// <summary>ArithmeticMean → arithmetic_mean.</summary>
    private static string Spelling(string member) =>
        string.Concat(member.Select((character, i) => char.IsUpper(character) && i > 0 ? $"_{char.ToLowerInvariant(character)}" : $"{char.ToLowerInvariant(character)}"));
}
