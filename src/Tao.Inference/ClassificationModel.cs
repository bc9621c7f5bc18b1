using System.Collections.Immutable;

namespace Tao.Inference;

/// <summary>A classifier: one answer for an image.</summary>
/// <typeparam name="TLabel">The classes, in the model's order.</typeparam>
public abstract class ClassificationModel<TLabel>(ModelDescription description, ModelOptions? options) : MultitaskModel<Classification<TLabel>>(description, options)
    where TLabel : struct, Enum
{
    protected sealed override Classification<TLabel> Combine(ImmutableArray<ImmutableArray<float>> outputs) => Classify<TLabel>(outputs, 0);
}
