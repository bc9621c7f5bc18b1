using System.Collections.Immutable;
using System.Text.Json;
using Tao.Data.Classification;
using Tao.Engine.IO;
using Tao.Imaging;
using Tao.Imaging.Preparation;
using Tao.Objectives;
using Tao.Onnx;

namespace Tao.Engine.Export;

/// <summary>
/// <c>model.json</c> beside an exported model: all that a program must know to use it. The build writes a typed class from it.
/// </summary>
internal sealed record ModelFacts
{
    public const string FileName = "model.json";

    /// <summary>Told apart from later ones by their readers.</summary>
    public const int CurrentVersion = 1;

    public int FormatVersion { get; init; } = CurrentVersion;

    public required string Network { get; init; }

    /// <summary><c>detection</c> or <c>classification</c>.</summary>
    public required string Task { get; init; }

    /// <summary>The file that all this is about, and its SHA-256.</summary>
    public required string File { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>What each output's classes are, in their order.</summary>
    public required ImmutableArray<LabelSet> LabelSets { get; init; }

    public required InputFacts Input { get; init; }

    public required ImmutableArray<string> Outputs { get; init; }

    /// <summary>A detector's own limits, which are inside the file; null of a classifier.</summary>
    public SuppressionFacts? Suppression { get; init; }

    /// <param name="path">The file of <paramref name="model"/>.</param>
    /// <param name="preparation">How images become what the file takes, which is raw pixels when the normalisation is inside it.</param>
    public static ModelFacts Of(string path, OnnxModel model, string network, IObjective objective, ImmutableArray<LabelSet> labelSets, ImagePreparation preparation) => new()
    {
        Network = network,
        Task = objective.Detector is null ? "classification" : "detection",
        File = Path.GetFileName(path),
        Sha256 = ContentHash.OfFile(path),
        LabelSets = objective.Detector is { } detector ? LabelSet.Single(detector.Classes) : labelSets,
        Input = InputFacts.Of(preparation),
        Outputs = [.. model.OutputNames],
        Suppression = objective.Detector is { Suppression: var limits } ? new SuppressionFacts(limits.MinScore, limits.MaxIou, limits.TopK) : null,
    };

    public string ToJson() => JsonSerializer.Serialize(this, EngineJson.Options) + "\n";

    /// <param name="Order">Of the channels.</param>
    /// <param name="Scale">Each channel is multiplied by its scale, from pixels in 0..255.</param>
    /// <param name="Offset">Added then.</param>
    /// <param name="CenterCrop">Whether the centre is cut out, and not the whole picture resized.</param>
    internal sealed record InputFacts(
        int Width, int Height, ChannelOrder Order, ImmutableArray<float> Scale, ImmutableArray<float> Offset, Interpolation Interpolation, bool CenterCrop)
    {
        public static InputFacts Of(ImagePreparation preparation) => new(
            preparation.Width,
            preparation.Height,
            preparation.Transform.Order,
            preparation.Transform.Scale,
            preparation.Transform.Offset,
            preparation.Interpolation,
            preparation.CenterCrop);
    }

    /// <param name="MinScore">Boxes of this score or less are not in the answer.</param>
    /// <param name="MaxIou">A box goes that overlaps a better one of its class by more.</param>
    /// <param name="TopK">So many boxes at most.</param>
    internal sealed record SuppressionFacts(double MinScore, double MaxIou, int TopK);
}
