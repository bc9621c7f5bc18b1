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
}
