using System.Collections.Immutable;

namespace Tao.Data.Classification;

/// <summary>One question that is asked of every image, with its possible answers.</summary>
/// <param name="Name">TAO calls it a task (the column of a label table); empty where there is only one, as in a folder for each class.</param>
/// <param name="Classes">The answers, in the order of the model's output.</param>
public sealed record LabelSet(string Name, ImmutableArray<string> Classes)
{
    /// <summary>The only question, which needs no name.</summary>
    public static ImmutableArray<LabelSet> Single(ImmutableArray<string> classes) => [new("", classes)];

    public bool Equals(LabelSet? other) => other is not null && Name == other.Name && Classes.SequenceEqual(other.Classes);

    public override int GetHashCode() => HashCode.Combine(Name, Classes.Length);
}
