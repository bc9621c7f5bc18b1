namespace Tao.Networks;

/// <param name="Name">As TAO names it.</param>
/// <param name="Entries">The members of its JSON object.</param>
public sealed record LabelFile(string Name, IReadOnlyDictionary<string, object> Entries);
