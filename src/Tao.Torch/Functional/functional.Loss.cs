using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers as functions. Images are N x C x H x W.</summary>
        public static unsafe partial class functional
        {
            /// <summary>Cross entropy of logits [N, C, ...] and targets: class numbers [N, ...], or probabilities of the input's own shape.</summary>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0)
            {
                nint result;
                var status = tao_cross_entropy(input.Raw, target.Raw, Call.RawOrZero(weight), (long)reduction, ignore_index, label_smoothing, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(target);
                GC.KeepAlive(weight);
                return Call.Wrap(status, result);
            }

            /// <summary>Negative log likelihood of log-probabilities and class numbers.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                nint result;
                var status = tao_nll_loss(input.Raw, target.Raw, Call.RawOrZero(weight), (long)reduction, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(target);
                GC.KeepAlive(weight);
                return Call.Wrap(status, result);
            }

            /// <summary>Binary cross entropy of probabilities.</summary>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                nint result;
                var status = tao_binary_cross_entropy(input.Raw, target.Raw, Call.RawOrZero(weight), (long)reduction, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(target);
                GC.KeepAlive(weight);
                return Call.Wrap(status, result);
            }

            /// <summary>Binary cross entropy of logits.</summary>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                nint result;
                var status = tao_bce_with_logits(input.Raw, target.Raw, Call.RawOrZero(weight), Call.RawOrZero(pos_weights), (long)reduction, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(target);
                GC.KeepAlive(weight);
                GC.KeepAlive(pos_weights);
                return Call.Wrap(status, result);
            }

            /// <summary>Squared error.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                nint result;
                var status = tao_mse_loss(input.Raw, target.Raw, (long)reduction, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(target);
                return Call.Wrap(status, result);
            }

            /// <summary>Absolute error.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                nint result;
                var status = tao_l1_loss(input.Raw, target.Raw, (long)reduction, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(target);
                return Call.Wrap(status, result);
            }

            /// <summary>Squared error below beta, absolute error above, divided by beta.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1)
            {
                nint result;
                var status = tao_smooth_l1_loss(input.Raw, target.Raw, (long)reduction, beta, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(target);
                return Call.Wrap(status, result);
            }

            /// <summary>Squared error below delta, absolute error above.</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean)
            {
                nint result;
                var status = tao_huber_loss(input.Raw, target.Raw, (long)reduction, delta, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(target);
                return Call.Wrap(status, result);
            }

            /// <summary>Kullback-Leibler divergence of log-probabilities from targets, themselves logarithms by default. Mean is over elements.</summary>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean)
            {
                nint result;
                var status = tao_kl_div(input.Raw, target.Raw, (long)reduction, log_target ? 1 : 0, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(target);
                return Call.Wrap(status, result);
            }

            /// <summary>Connectionist temporal classification (Graves et al. 2006), log_probs [T, N, C].</summary>
            public static Tensor ctc_loss(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean)
            {
                nint result;
                var status = tao_ctc_loss(log_probs.Raw, targets.Raw, input_lengths.Raw, target_lengths.Raw, blank, (long)reduction, zero_infinity ? 1 : 0, &result);
                GC.KeepAlive(log_probs);
                GC.KeepAlive(targets);
                GC.KeepAlive(input_lengths);
                GC.KeepAlive(target_lengths);
                return Call.Wrap(status, result);
            }

            /// <summary>Cosine of the angle along a dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-08)
            {
                nint result;
                var status = tao_cosine_similarity(x1.Raw, x2.Raw, dim, eps, &result);
                GC.KeepAlive(x1);
                GC.KeepAlive(x2);
                return Call.Wrap(status, result);
            }

            /// <summary>1 - cos where the target is 1, max(0, cos - margin) where it is -1.</summary>
            public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
            {
                nint result;
                var status = tao_cosine_embedding_loss(input1.Raw, input2.Raw, target.Raw, margin, (long)reduction, &result);
                GC.KeepAlive(input1);
                GC.KeepAlive(input2);
                GC.KeepAlive(target);
                return Call.Wrap(status, result);
            }

            /// <summary>max(0, -target * (input1 - input2) + margin).</summary>
            public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
            {
                nint result;
                var status = tao_margin_ranking_loss(input1.Raw, input2.Raw, target.Raw, margin, (long)reduction, &result);
                GC.KeepAlive(input1);
                GC.KeepAlive(input2);
                GC.KeepAlive(target);
                return Call.Wrap(status, result);
            }

            /// <summary>max(0, |anchor - positive| - |anchor - negative| + margin).</summary>
            public static Tensor triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, double margin = 1, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean)
            {
                nint result;
                var status = tao_triplet_margin_loss(anchor.Raw, positive.Raw, negative.Raw, margin, p, eps, swap ? 1 : 0, (long)reduction, &result);
                GC.KeepAlive(anchor);
                GC.KeepAlive(positive);
                GC.KeepAlive(negative);
                return Call.Wrap(status, result);
            }

            /// <summary>p-norm of the difference along the last dimension.</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2, double eps = 1e-06, bool keepdim = false)
            {
                nint result;
                var status = tao_pairwise_distance(input1.Raw, input2.Raw, p, eps, keepdim ? 1 : 0, &result);
                GC.KeepAlive(input1);
                GC.KeepAlive(input2);
                return Call.Wrap(status, result);
            }
        }
    }
}
