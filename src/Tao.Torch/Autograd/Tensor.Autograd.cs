using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Whether operations on it are recorded for gradients.</summary>
        public bool requires_grad
        {
            get => Call.Flag(&tao_requires_grad, this) != 0;
            set => Call.Check(tao_set_requires_grad(Raw, value ? 1 : 0));
        }

        /// <summary>The gradient collected so far; null before the first backward pass and after zero_grad.</summary>
        public Tensor? grad
        {
            get
            {
                nint result;
                Call.Check(tao_grad(Raw, &result));
                GC.KeepAlive(this);
                return result == 0 ? null : new Tensor(result);
            }

            set
            {
                Call.Check(tao_set_grad(Raw, Call.RawOrZero(value)));
                GC.KeepAlive(value);
            }
        }

        /// <summary>Sets <see cref="requires_grad"/>.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <inheritdoc cref="requires_grad_"/>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of a tensor that is not a leaf.</summary>
        public void retain_grad() => Call.Check(tao_retain_grad(Raw));

        /// <summary>The same memory outside the autograd graph.</summary>
        public Tensor detach() => Call.Unary(&tao_detach, this);

        /// <summary>Leaves the autograd graph.</summary>
        public Tensor detach_() => Call.UnaryInPlace(&tao_detach_, this);

        /// <summary>Adds the gradients of this number to the <c>grad</c> of all leaves it depends on.</summary>
        public void backward() => backward(null);

        /// <summary>The same of any tensor, weighted by gradients of its own shape.</summary>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null)
            => autograd.backward([this], grad_tensors, retain_graph || create_graph, create_graph, inputs);
    }
}
