namespace Tao.Graph;

/// <summary>A parameter's value, row-major.</summary>
public sealed record WeightTensor(TensorShape Shape, ReadOnlyMemory<float> Data)
{
    public static WeightTensor Filled(TensorShape shape, float value)
    {
        var data = new float[shape.ElementCount];
        Array.Fill(data, value);
        return new(shape, data);
    }

    /// <summary>The given indices of one axis, in the given order.</summary>
    public WeightTensor Select(int axis, IReadOnlyList<int> indices)
    {
        var inner = Shape.Sizes.Skip(axis + 1).Aggregate(1, (product, size) => product * (int)size);
        var outer = Shape.Sizes.Take(axis).Aggregate(1, (product, size) => product * (int)size);
        var size = (int)Shape[axis];
        var data = new float[outer * indices.Count * inner];
        var target = data.AsMemory();
        for (var i = 0; i < outer; i++)
        {
            foreach (var index in indices)
            {
                Data.Slice((i * size + index) * inner, inner).CopyTo(target);
                target = target[inner..];
            }
        }
        return new WeightTensor(Shape.With(axis, indices.Count), data);
    }
}
