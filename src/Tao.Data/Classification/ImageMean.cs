namespace Tao.Data.Classification;

/// <summary>TAO's <c>image_mean</c> in 0..255; used in caffe mode only.</summary>
public sealed record ImageMean(double Red, double Green, double Blue, double Gray)
{
    /// <summary>The ImageNet means of Caffe's models, and TAO's gray one (0.299 R + 0.587 G + 0.114 B of them).</summary>
    public static ImageMean Default { get; } = new(123.68, 116.779, 103.939, 117.3786);

    /// <summary>Takes the keys r, g, b and l of the spec; a key that is absent keeps its default.</summary>
    public static ImageMean FromMap(IReadOnlyDictionary<string, float> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new ImageMean(Get("r", Default.Red), Get("g", Default.Green), Get("b", Default.Blue), Get("l", Default.Gray));

        double Get(string key, double otherwise) => map.TryGetValue(key, out var value) ? value : otherwise;
    }
}
