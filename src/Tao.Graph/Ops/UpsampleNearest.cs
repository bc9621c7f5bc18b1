using System.Text.Json.Serialization;

namespace Tao.Graph.Ops;

/// <summary>Every pixel becomes <paramref name="Factor"/> × <paramref name="Factor"/> equal ones; on request without the last row or column, to meet a map of odd size.</summary>
public sealed record UpsampleNearest(int Factor) : OpDefinition
{
    /// <summary>Rows at the bottom that are left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int CutRows { get; init; }

    /// <summary>Columns at the right that are left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int CutColumns { get; init; }

    [JsonIgnore]
    public bool Cuts => CutRows > 0 || CutColumns > 0;

    public override ChannelFlow ChannelFlow => ChannelFlow.Follows;

    public override QuantizationPolicy Quantization => QuantizationPolicy.SharesInputScale;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var image = ShapeRules.RequireImage(inputs[0]).Shape;
        ShapeRules.Require(Factor >= 1, $"needs a factor of at least 1, not {Factor}.");
        ShapeRules.Require(CutRows >= 0 && CutRows < Factor && CutColumns >= 0 && CutColumns < Factor, $"can leave out less than {Factor} rows and columns, not {CutRows} and {CutColumns}.");
        return new TensorType(ElementKind.Float32, image.With(2, (image[2] * Factor) - CutRows).With(3, (image[3] * Factor) - CutColumns));
    }
}
