using static TorchSharp.torch;

namespace TorchSharp.Tests.Contract;

public sealed class CallFormsTests
{
    [Fact]
    public void Creation_forms_run()
    {
        using var scope = NewDisposeScope();
        TensorForms.Creation();
        TensorForms.Reading();
    }

    [Fact]
    public void Tensor_forms_run()
    {
        using var scope = NewDisposeScope();
        var x = arange(1, 7, 1, ScalarType.Float32).view(2, 3);
        var y = x.flip(1).contiguous();
        TensorForms.Conversion(x, y);
        TensorForms.Arithmetic(x, y);
        TensorForms.Reductions(x);
        TensorForms.Shapes(x, y);
        TensorForms.Indexing(x, y, tensor(new long[] { 1, 0 }));
    }

    [Fact]
    public void Layer_forms_run()
    {
        using var scope = NewDisposeScope();
        LayerForms.Functions();
        using var stream = new MemoryStream();
        LayerForms.Training(stream);
    }
}
