using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Data.Randomness;
using Tao.Imaging;
using Tao.Imaging.Preparation;
using Tao.Specs;

namespace Tao.Data.Loading;

/// <summary>Makes one network input after the other, in memory of its own: one for each thread.</summary>
internal sealed class SampleReader(ImageDataset dataset, ImagePreprocessing preprocessing, TrainingAugmentation? augmentation, ImageCache cache)
{
    // TAO's fixed amounts (classification, colour augmentation of random crops).
    private const double HueDegrees = 25;
    private const double Saturation = 0.2;
    private const double Contrast = 0.1;

    private readonly PixelSize _target = new(preprocessing.Width, preprocessing.Height);
    private readonly PixelNormalizer _normalizer = new(preprocessing.Transform);
    // TAO crops the centre when it validates, not when it trains.
    private readonly ImagePreparation _preparation = preprocessing.Preparation with { CenterCrop = preprocessing.CenterCrop && augmentation is null };
    private readonly ImageBuffer _decoded = new();
    private readonly ImageBuffer _resized = new();
    private readonly ImageBuffer _moved = new();
    private readonly bool _randomCrop = augmentation is { RandomCrop: true };
    private readonly PlacementSampler? _placements = augmentation is { Detection: { } detection } ? new(detection, new(preprocessing.Width, preprocessing.Height)) : null;
    private readonly byte[] _margin = preprocessing.Channels == 1
        ? [Level(preprocessing.Mean.Gray)]
        : [Level(preprocessing.Mean.Red), Level(preprocessing.Mean.Green), Level(preprocessing.Mean.Blue)];

    private byte[] _file = [];

    /// <summary>Writes the sample as HWC floats, and returns its boxes as shares of the input.</summary>
    /// <param name="index">Position in the dataset.</param>
    /// <param name="random">The sample's own stream.</param>
    /// <param name="target">Height x Width x Channels floats.</param>
    /// <exception cref="TaoException">The file cannot be used any more.</exception>
    public ImmutableArray<GroundTruthBox> Read(int index, CounterRandom random, Span<float> target)
    {
        if (dataset.LabelsBoxes)
            return ReadWithBoxes(dataset.Samples[index], index, ref random, target);
        if (_randomCrop)
        {
            Decode(index);
            Resize(RandomCrop.Plan(new PixelSize(_decoded.Width, _decoded.Height), _target, ref random));
        }
        else
            ReadResized(index);
        if (_randomCrop && augmentation!.Color && preprocessing.Channels == 3)
            Shift(ref random);
        var mirror = augmentation is { HorizontalFlip: true } && random.Uniform() < 0.5;
        var picture = Moved(ref random);
        _normalizer.Write(picture.Pixels, picture.Width, mirror, target);
        return [];
    }

    private ImmutableArray<GroundTruthBox> ReadWithBoxes(ImageSample sample, int index, ref CounterRandom random, Span<float> target)
    {
        var size = new PixelSize(sample.Width, sample.Height);
        var placement = Placement.Plain(_target);
        if (_placements is null)
            ReadResized(index);
        else
        {
            Decode(index);
            placement = _placements.Next(size, sample.Boxes, ref random);
            placement.Draw(_decoded, _target, preprocessing.Interpolation, _margin, _moved, _resized);
            augmentation!.Detection!.Color.Apply(_resized, ref random);
        }
        _normalizer.Write(_resized.Pixels, _resized.Width, placement.Mirrored, target);
        return placement.Map(sample.Boxes, size, _target);
    }

    private static byte Level(double mean) => (byte)Math.Clamp(mean + 0.5, 0, 255);

    private double? SmallestShare => augmentation switch
    {
        { Detection: { } detection } => detection.CropScale.Least,
        { RandomCrop: true } => RandomCrop.SmallestShare,
        _ => null,
    };

    private ImageBuffer Moved(ref CounterRandom random)
    {
        if (augmentation is not ({ ShiftRange: > 0 } or { ZoomRange: > 0 }))
            return _resized;
        ShiftZoom.Random(_target, augmentation.ShiftRange, augmentation.ZoomRange, ref random).Apply(_resized, _moved);
        return _moved;
    }

    private void ReadResized(int index)
    {
        if (cache.TryGet(index, out var image))
        {
            _resized.CopyFrom(image);
            return;
        }
        UseFile(index, data => _preparation.Draw(data, _decoded, _resized));
        cache.Offer(index, _resized);
    }

    private void Decode(int index)
    {
        if (cache.TryGet(index, out var image))
        {
            _decoded.CopyFrom(image);
            return;
        }
        UseFile(index, DecodeForCrops);
        cache.Offer(index, _decoded);
    }

    private void DecodeForCrops(ReadOnlySpan<byte> data)
    {
        var least = CropPlan.DecodeSize(ImageCodec.Probe(data).DisplaySize, _target, SmallestShare, centerCrop: false);
        ImageCodec.Decode(data, new DecodeOptions { Channels = preprocessing.Channels, MinWidth = least.Width, MinHeight = least.Height }, _decoded);
    }

    private delegate void FileUse(ReadOnlySpan<byte> data);

    private void UseFile(int index, FileUse use)
    {
        var path = dataset.PathOf(dataset.Samples[index]);
        try
        {
            use(ReadFile(path));
        }
        catch (ImageException e)
        {
            throw Unusable(path, SampleProblem.From(e));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, SampleProblem.From(e));
        }
    }

    private ReadOnlySpan<byte> ReadFile(string path)
    {
        using var file = File.OpenHandle(path);
        var length = checked((int)RandomAccess.GetLength(file));
        if (_file.Length < length)
            _file = GC.AllocateUninitializedArray<byte>(length);
        var count = 0;
        while (count < length && RandomAccess.Read(file, _file.AsSpan(count, length - count), count) is var read and > 0)
            count += read;
        return _file.AsSpan(0, count);
    }

    private void Resize(CropPlan plan) => ImageOps.ResizeWindow(_decoded, plan.Full, plan.Window, preprocessing.Interpolation, _resized);

    private void Shift(ref CounterRandom random)
    {
        var hue = (float)random.Uniform(-HueDegrees, HueDegrees);
        var saturation = (float)random.Uniform(-Saturation, Saturation);
        var contrast = (float)random.Uniform(-Contrast, Contrast);
        new ColorAdjustment(hue, saturation, contrast).Apply(_resized.Pixels);
    }

    private static TaoException Unusable(string path, SampleProblem problem) =>
        new(new Diagnostic(problem.Code, DiagnosticSeverity.Error, problem.Message, problem.Remedy, new SourceLocation(path, 1, 1)));
}
