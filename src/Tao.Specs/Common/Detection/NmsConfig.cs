namespace Tao.Specs.Common.Detection;

[SpecMessage("NMSConfig", Doc = "Which of the boxes that a network answers with are kept.")]
public sealed record NmsConfig
{
    [SpecField("confidence_threshold", Number = 1, ExclusiveMin = 0, ExclusiveMax = 1, Required = true, Doc = "Boxes of this score or less are dropped.")]
    public float ConfidenceThreshold { get; init; }

    [SpecField("clustering_iou_threshold", Number = 2, ExclusiveMin = 0, Max = 1, Required = true, Doc = "A box that overlaps a better one of its class by more is dropped.")]
    public float ClusteringIouThreshold { get; init; }

    [SpecField("top_k", Number = 3, Min = 1, Required = true, Doc = "The most boxes of a class, and of all.")]
    public uint TopK { get; init; }

    [SpecField("infer_nms_score_bits", Number = 4, Max = 10, Ignored = "the exported files sort by the whole scores.", Doc = "Bits of the scores that TensorRT's old plug-in sorts by.")]
    public uint InferNmsScoreBits { get; init; }

    [SpecField("force_on_cpu", Number = 5, Ignored = "boxes are sorted on the CPU anyway.", Doc = "Suppress on the CPU.")]
    public bool ForceOnCpu { get; init; }
}
