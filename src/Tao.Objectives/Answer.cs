using System.Collections.Immutable;
using Tao.Objectives.Detection;

namespace Tao.Objectives;

/// <summary>What a model says of one image.</summary>
/// <param name="Cells">Columns of the result file after the image's path: texts and numbers.</param>
/// <param name="Caption">What is drawn under the picture.</param>
/// <param name="Text">What is told of a single image.</param>
public sealed record Answer(ImmutableArray<object> Cells, string Caption, string Text)
{
    /// <summary>What a detector found, as shares of the image; empty of a classifier.</summary>
    public ImmutableArray<DetectedBox> Boxes { get; init; } = [];
}
