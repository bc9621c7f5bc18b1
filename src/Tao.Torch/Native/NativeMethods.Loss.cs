using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_cross_entropy(nint x, nint target, nint weight, long reduction, long ignoreIndex, double smoothing, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_nll_loss(nint x, nint target, nint weight, long reduction, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_binary_cross_entropy(nint x, nint target, nint weight, long reduction, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_bce_with_logits(nint x, nint target, nint weight, nint positiveWeight, long reduction, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_mse_loss(nint x, nint target, long reduction, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_l1_loss(nint x, nint target, long reduction, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_smooth_l1_loss(nint x, nint target, long reduction, double beta, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_huber_loss(nint x, nint target, long reduction, double delta, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_kl_div(nint x, nint target, long reduction, int logTarget, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_ctc_loss(nint logProbs, nint targets, nint inputLengths, nint targetLengths, long blank, long reduction, int zeroInfinity, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_cosine_similarity(nint x, nint y, long dim, double eps, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_cosine_embedding_loss(nint x, nint y, nint target, double margin, long reduction, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_margin_ranking_loss(nint x, nint y, nint target, double margin, long reduction, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_triplet_margin_loss(nint anchor, nint positive, nint negative, double margin, double p, double eps, int swap, long reduction, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_pairwise_distance(nint x, nint y, double p, double eps, int keepdim, nint* result);
}
