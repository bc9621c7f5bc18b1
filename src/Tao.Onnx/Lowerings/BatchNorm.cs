namespace Tao.Onnx.Lowerings;

/// <summary>With the running statistics, as at inference.</summary>
internal sealed class BatchNorm : Lowering<Graph.Ops.BatchNorm>
{
    protected override void Lower(Graph.Ops.BatchNorm op, LoweringContext context) =>
        context.Emit(
            "BatchNormalization",
            context.Input,
            context.Parameter("weight"),
            context.Parameter("bias"),
            context.Parameter("running_mean"),
            context.Parameter("running_var"))
            .With("epsilon", (float)op.Epsilon);
}
