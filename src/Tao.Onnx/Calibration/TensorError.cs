namespace Tao.Onnx.Calibration;

/// <summary>How far a tensor of the 8-bit network lies from the float network's, gathered batch by batch.</summary>
public sealed class TensorError
{
    private double _reference;
    private double _actual;
    private double _product;
    private double _error;

    /// <summary>Number of values compared.</summary>
    public long Count { get; private set; }

    /// <summary>Largest |reference − actual|.</summary>
    public double LargestError { get; private set; }

    /// <summary>Signal to quantisation noise ratio, 10·log10(Σ reference² / Σ (reference − actual)²) dB; +∞ when they are equal.</summary>
    public double SqnrDecibels => _error == 0 ? double.PositiveInfinity : 10 * Math.Log10(_reference / _error);

    /// <summary>Cosine of the angle between the two as vectors; 1 when both are zero.</summary>
    public double CosineSimilarity => (_reference, _actual) switch
    {
        (0, 0) => 1,
        (0, _) or (_, 0) => 0,
        _ => _product / Math.Sqrt(_reference * _actual),
    };

    /// <summary>Adds a batch; both spans have the same length.</summary>
    public void Add(ReadOnlySpan<float> reference, ReadOnlySpan<float> actual)
    {
        if (reference.Length != actual.Length)
            throw new ArgumentException($"{actual.Length} values cannot be compared with {reference.Length}.", nameof(actual));
        for (var index = 0; index < reference.Length; index++)
        {
            var (wanted, got) = ((double)reference[index], (double)actual[index]);
            var error = wanted - got;
            _reference += wanted * wanted;
            _actual += got * got;
            _product += wanted * got;
            _error += error * error;
            LargestError = Math.Max(LargestError, Math.Abs(error));
        }
        Count += reference.Length;
    }
}
