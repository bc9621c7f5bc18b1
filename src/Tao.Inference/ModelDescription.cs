using System.Collections.Immutable;
using Tao.Imaging.Preparation;

namespace Tao.Inference;

/// <summary>What a typed class knows of its model; the build writes it.</summary>
public sealed record ModelDescription
{
    /// <summary>The model's path below the program's folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file, in lower-case hexadecimal digits: no other file is loaded.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How images become inputs: as in training.</summary>
    public required ImagePreparation Input { get; init; }

    /// <summary>The classes of each output as the dataset names them; a detector has one list.</summary>
    public required ImmutableArray<ImmutableArray<string>> Labels { get; init; }
}
