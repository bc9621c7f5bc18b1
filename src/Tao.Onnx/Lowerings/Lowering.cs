using Tao.Graph;

namespace Tao.Onnx.Lowerings;

/// <summary>Writes one op of the graph as ONNX nodes.</summary>
internal abstract class Lowering
{
    /// <summary>The op in <see cref="OpCatalog"/> that this lowering is for.</summary>
    internal abstract Type Op { get; }

    internal abstract void Lower(LoweringContext context);
}

/// <inheritdoc/>
internal abstract class Lowering<TOp> : Lowering
    where TOp : OpDefinition
{
    internal sealed override Type Op => typeof(TOp);

    internal sealed override void Lower(LoweringContext context) => Lower((TOp)context.Node.Op, context);

    protected abstract void Lower(TOp op, LoweringContext context);
}
