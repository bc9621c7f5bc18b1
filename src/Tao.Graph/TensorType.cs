namespace Tao.Graph;

/// <summary>Element kind and shape of a value in the graph.</summary>
public sealed record TensorType(ElementKind Element, TensorShape Shape)
{
    /// <summary>A batch of float images: N × <paramref name="channels"/> × <paramref name="height"/> × <paramref name="width"/>.</summary>
    public static TensorType Image(long channels, long height, long width) =>
        new(ElementKind.Float32, new TensorShape(TensorShape.Batch, channels, height, width));

    public static TensorType Float(params ReadOnlySpan<long> sizes) => new(ElementKind.Float32, new TensorShape(sizes));

    public TensorType WithShape(TensorShape shape) => this with { Shape = shape };

    public override string ToString() => $"{Element}[{Shape}]";
}
