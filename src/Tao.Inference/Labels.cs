namespace Tao.Inference;

/// <summary>The values of a label enum; a model's output counts its classes in their order.</summary>
internal static class Labels<TLabel>
    where TLabel : struct, Enum
{
    public static readonly TLabel[] Values = Enum.GetValues<TLabel>();
}
