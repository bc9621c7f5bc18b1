using System.Collections.Immutable;

namespace Tao.Inference;

/// <summary>A detector: finds objects on an image.</summary>
/// <typeparam name="TLabel">The classes, in the model's order.</typeparam>
public abstract class DetectionModel<TLabel> : ImageModel<ImmutableArray<Detection<TLabel>>>
    where TLabel : struct, Enum
{
    private readonly DetectorSession _session;

    /// <exception cref="ModelFileException">The model's file is missing or another one.</exception>
    protected DetectionModel(ModelDescription description, float defaultScoreThreshold, ModelOptions? options)
        : base(description, options)
    {
        ScoreThreshold = Options.ScoreThreshold ?? defaultScoreThreshold;
        _session = new DetectorSession(FilePath, Options.Threads);
    }

    /// <summary>The least score of what is told.</summary>
    public float ScoreThreshold { get; }

    public override void Dispose()
    {
        _session.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected override ImmutableArray<Detection<TLabel>> Answer(PreparedImage image)
    {
        var (input, names) = (Description.Input, Description.Labels[0]);
        var (width, height) = (image.Size.Width, image.Size.Height);
        return [.. _session.Run(image.Pixels, input.Channels, input.Height, input.Width).Where(found => found.Score >= ScoreThreshold).Select(found =>
            new Detection<TLabel>(
                Labels<TLabel>.Values[found.Class],
                names[found.Class],
                found.Score,
                new Box(found.Box.X1 * width, found.Box.Y1 * height, found.Box.X2 * width, found.Box.Y2 * height)))];
    }
}
