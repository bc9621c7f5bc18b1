namespace Tao.Specs;

/// <summary>A spec as typed records, together with where each given value was written.</summary>
/// <param name="Origins">Path (<see cref="SpecPath"/>) to place; a path that is missing has its default.</param>
public sealed record BoundSpec<T>(T Value, IReadOnlyDictionary<string, SourceLocation> Origins)
    where T : notnull
{
    /// <summary>Place of the value, or of the innermost message around it that the spec gives.</summary>
    public SourceLocation? LocationOf(string path)
    {
        for (var current = path; ; current = current[..Math.Max(0, current.LastIndexOfAny(['.', '[']))])
        {
            if (Origins.TryGetValue(current, out var location))
                return location;
            if (current.Length == 0)
                return null;
        }
    }
}
