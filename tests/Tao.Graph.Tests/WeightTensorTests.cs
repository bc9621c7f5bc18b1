namespace Tao.Graph.Tests;

public sealed class WeightTensorTests
{
    [Theory]
    [InlineData(0, new[] { 1 }, new float[] { 6, 7, 8, 9, 10, 11 })]
    [InlineData(1, new[] { 0, 2 }, new float[] { 0, 1, 4, 5, 6, 7, 10, 11 })]
    [InlineData(1, new[] { 2, 1, 0 }, new float[] { 4, 5, 2, 3, 0, 1, 10, 11, 8, 9, 6, 7 })]
    [InlineData(2, new[] { 1 }, new float[] { 1, 3, 5, 7, 9, 11 })]
    public void Select_takes_indices_of_one_axis(int axis, int[] indices, float[] expected)
    {
        var selected = Samples.Counting(new TensorShape(2, 3, 2)).Select(axis, indices);
        Assert.Equal(expected, selected.Data.ToArray());
        Assert.Equal(new TensorShape(2, 3, 2).With(axis, indices.Length), selected.Shape);
    }
}
