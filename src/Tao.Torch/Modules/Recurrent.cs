using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The weights of a recurrent layer, in the order and by the names that PyTorch gives them.</summary>
internal sealed class Recurrent
{
    private readonly Parameter[] _weights;

    internal Recurrent(nn.Module owner, RecurrentShape shape, long gates, Device? device, ScalarType? dtype)
    {
        Shape = shape;
        var weights = new List<Parameter>();
        var bound = 1 / Math.Sqrt(shape.Hidden);
        for (var layer = 0L; layer < shape.Layers; layer++)
        {
            foreach (var direction in shape.Bidirectional ? new[] { "", "_reverse" } : [""])
            {
                var inputs = layer == 0 ? shape.Input : shape.Hidden * shape.Directions;
                Add($"weight_ih_l{layer}{direction}", [gates * shape.Hidden, inputs]);
                Add($"weight_hh_l{layer}{direction}", [gates * shape.Hidden, shape.Hidden]);
                if (!shape.Bias) continue;
                Add($"bias_ih_l{layer}{direction}", [gates * shape.Hidden]);
                Add($"bias_hh_l{layer}{direction}", [gates * shape.Hidden]);
            }
        }
        _weights = [.. weights];

        void Add(string name, long[] size)
        {
            var weight = new Parameter(empty(size, dtype, device));
            nn.init.uniform_(weight, -bound, bound);
            owner.register_parameter(name, weight);
            weights.Add(weight);
        }
    }

    internal RecurrentShape Shape { get; }

    internal nint[] Raw() => Call.RawOf(_weights);

    /// <summary>Zeros for all layers and directions of the input's batch.</summary>
    internal Tensor InitialState(Tensor input)
    {
        long[] size = input.dim() == 2
            ? [Shape.Layers * Shape.Directions, Shape.Hidden]
            : [Shape.Layers * Shape.Directions, input.size(Shape.BatchFirst ? 0 : 1), Shape.Hidden];
        return zeros(size, input.dtype, input.device);
    }
}
