using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Matrix product, broadcast over leading dimensions.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    /// <summary>Product of two matrices.</summary>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    /// <summary>Products of two batches of matrices.</summary>
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    /// <summary>Matrix times vector.</summary>
    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);

    /// <summary>Inner product.</summary>
    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);

    /// <summary>beta * input + alpha * mat1 mat2.</summary>
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm(mat1, mat2, beta, alpha);

    /// <summary>beta * input + alpha * batch1 batch2.</summary>
    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) => input.baddbmm(batch1, batch2, beta, alpha);

    /// <summary>Sum over products as Einstein writes it, such as <c>ij,jk->ik</c>.</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors)
    {
        var raw = Call.RawOf(tensors);
        var text = System.Text.Encoding.UTF8.GetBytes(equation + '\0');
        nint result;
        int status;
        fixed (byte* name = text)
        fixed (nint* handles = raw)
            status = tao_einsum(name, handles, raw.Length, &result);
        GC.KeepAlive(tensors);
        return Call.Wrap(status, result);
    }

    /// <summary>Sum over the last dimensions of a and the first of b.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2)
    {
        var axesA = new long[dims];
        var axesB = new long[dims];
        for (var i = 0; i < dims; i++)
        {
            axesA[i] = a.dim() - dims + i;
            axesB[i] = i;
        }
        return tensordot(a, b, axesA, axesB);
    }

    /// <summary>Sum over pairs of dimensions.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2)
    {
        if (dims1.Length != dims2.Length) throw new ArgumentException($"{dims1.Length} dimensions cannot be paired with {dims2.Length}.");
        nint result;
        int status;
        fixed (long* axesA = dims1, axesB = dims2) status = tao_tensordot(a.Raw, b.Raw, axesA, axesB, dims1.Length, &result);
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return Call.Wrap(status, result);
    }

    /// <summary>p-norm distances between the rows of x1 and x2, [..., P, R].</summary>
    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary)
    {
        nint result;
        var status = tao_cdist(x1.Raw, x2.Raw, p, (long)compute_mode, &result);
        GC.KeepAlive(x1);
        GC.KeepAlive(x2);
        return Call.Wrap(status, result);
    }

    /// <summary>How cdist may work out Euclidean distances.</summary>
    public enum compute_mode
    {
        /// <summary>By matrix products when there are more than 25 rows.</summary>
        use_mm_for_euclid_dist_if_necessary = 0,

        /// <summary>By matrix products.</summary>
        use_mm_for_euclid_dist = 1,

        /// <summary>Directly.</summary>
        donot_use_mm_for_euclid_dist = 2,
    }
}
