using System.Collections.Immutable;

namespace Tao.Inference;

/// <summary>A classifier that asks one or several questions of an image.</summary>
/// <typeparam name="TAnswer">The answers together.</typeparam>
public abstract class MultitaskModel<TAnswer> : ImageModel<TAnswer>
{
    private readonly ImageSession _session;

    /// <exception cref="ModelFileException">The model's file is missing or another one.</exception>
    protected MultitaskModel(ModelDescription description, ModelOptions? options)
        : base(description, options) => _session = new ImageSession(FilePath, Options.Threads);

    public override void Dispose()
    {
        _session.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Puts the answers together.</summary>
    /// <param name="outputs">The probabilities of each output, in the order of the description's labels.</param>
    protected abstract TAnswer Combine(ImmutableArray<ImmutableArray<float>> outputs);

    /// <summary>The answer of one output.</summary>
    protected Classification<TLabel> Classify<TLabel>(ImmutableArray<ImmutableArray<float>> outputs, int output)
        where TLabel : struct, Enum
    {
        var scores = outputs[output];
        int best = scores.IndexOf(scores.Max());
        return new Classification<TLabel>(Labels<TLabel>.Values[best], Description.Labels[output][best], scores[best], scores);
    }

    private protected override TAnswer Answer(PreparedImage image)
    {
        var input = Description.Input;
        using var values = _session.Run(image.Pixels, (input.Channels, input.Height, input.Width), [.. _session.Outputs]);
        return Combine([.. values.Zip(Description.Labels, (value, labels) => value.GetTensorDataAsSpan<float>()[..labels.Length].ToImmutableArray())]);
    }
}
