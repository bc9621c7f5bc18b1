using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Tao.OnnxRuntime.Tests;

public class OrtValueTests
{
    [Fact]
    public void The_array_is_the_tensor()
    {
        var data = new float[] { 1, 2, 3, 4 };
        using var value = OrtValue.CreateTensorValueFromMemory(data, [2, 2]);
        value.GetTensorMutableDataAsSpan<float>()[3] = 9;
        Assert.Equal(9, data[3]);
        data[0] = 7;
        Assert.Equal(7, value.GetTensorDataAsSpan<float>()[0]);
        Assert.True(value.IsTensor);
    }

    [Fact]
    public void A_part_of_an_array_can_be_a_tensor()
    {
        var data = new long[] { 0, 1, 2, 3 };
        using var value = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, data.AsMemory(1, 2), [2]);
        Assert.Equal([1L, 2L], value.GetTensorDataAsSpan<long>().ToArray());
    }

    [Fact]
    public void Memory_smaller_than_the_shape_is_rejected()
    {
        var exception = Assert.Throws<OnnxRuntimeException>(() => OrtValue.CreateTensorValueFromMemory(new float[5], [2, 3]));
        Assert.Contains("needs 6 elements", exception.Message);
    }

    [Fact]
    public void A_span_of_another_type_is_rejected()
    {
        using var value = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.UInt8, [3]);
        Assert.Throws<OnnxRuntimeException>(() => value.GetTensorDataAsSpan<sbyte>().Length);
        Assert.Equal(3, value.GetTensorDataAsSpan<byte>().Length);
        Assert.Equal(TensorElementType.UInt8, value.GetTensorTypeAndShape().ElementDataType);
    }

    [Fact]
    public void A_disposed_value_cannot_be_read()
    {
        var value = OrtValue.CreateTensorValueFromMemory(new float[1], [1]);
        value.Dispose();
        Assert.Throws<ObjectDisposedException>(() => value.GetTensorDataAsSpan<float>().Length);
    }
}
