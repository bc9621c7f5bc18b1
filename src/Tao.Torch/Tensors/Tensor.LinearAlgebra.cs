using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Matrix product, broadcast over leading dimensions.</summary>
        public Tensor matmul(Tensor target) => Call.Binary(&tao_matmul, this, target);

        /// <summary>Product of two matrices.</summary>
        public Tensor mm(Tensor target) => Call.Binary(&tao_mm, this, target);

        /// <summary>Products of two batches of matrices.</summary>
        public Tensor bmm(Tensor batch2) => Call.Binary(&tao_bmm, this, batch2);

        /// <summary>Matrix times vector.</summary>
        public Tensor mv(Tensor target) => Call.Binary(&tao_mv, this, target);

        /// <summary>Inner product.</summary>
        public Tensor dot(Tensor target) => Call.Binary(&tao_dot, this, target);

        /// <summary>Outer product.</summary>
        public Tensor outer(Tensor vec2) => Call.Binary(&tao_outer, this, vec2);

        /// <summary>Sum of the diagonal.</summary>
        public Tensor trace() => Call.Unary(&tao_trace, this);

        /// <summary>beta * this + alpha * mat1 mat2.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1f, float alpha = 1f)
        {
            nint result;
            var status = tao_addmm(Raw, mat1.Raw, mat2.Raw, beta, alpha, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(mat1);
            GC.KeepAlive(mat2);
            return Call.Wrap(status, result);
        }

        /// <summary>beta * this + alpha * batch1 batch2.</summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f)
        {
            nint result;
            var status = tao_baddbmm(Raw, batch1.Raw, batch2.Raw, beta, alpha, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(batch1);
            GC.KeepAlive(batch2);
            return Call.Wrap(status, result);
        }
    }
}
