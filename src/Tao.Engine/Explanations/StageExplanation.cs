using System.Collections.Immutable;
using Tao.Engine.Stages;

namespace Tao.Engine.Explanations;

/// <param name="Reasons">Why, one difference each, such as <c>spec.train_config.n_epochs: 20 -> 80</c> or <c>train: 3 images added, 1 changed</c>.</param>
/// <param name="ExpectedSeconds">What the last run took; null without one.</param>
public sealed record StageExplanation(StageKind Stage, StageVerdict Verdict, ImmutableArray<string> Reasons, double? ExpectedSeconds);
