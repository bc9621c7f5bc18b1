using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Until disposed, this thread records nothing for gradients.</summary>
    public static IDisposable no_grad() => new AutoGradMode(false);

    /// <summary>Until disposed, this thread records for gradients (or not).</summary>
    public static IDisposable enable_grad(bool enabled = true) => new AutoGradMode(enabled);

    /// <inheritdoc cref="enable_grad"/>
    public static IDisposable set_grad_enabled(bool mode = true) => new AutoGradMode(mode);

    /// <summary>Whether this thread records for gradients.</summary>
    public static bool is_grad_enabled() => AutoGradMode.IsEnabled;

    /// <summary>Until disposed, this thread's new tensors can never take part in gradients, which saves their bookkeeping.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>Gradients of any outputs.</summary>
    public static class autograd
    {
        /// <summary>Adds the gradients of the outputs to the <c>grad</c> of the inputs (of all leaves when none are named).</summary>
        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            var outputs = Call.RawOf(tensors);
            var grads = grad_tensors is null ? [] : Call.RawOf(grad_tensors);
            var leaves = inputs is null ? [] : Call.RawOf(inputs);
            int status;
            fixed (nint* y = outputs, dy = grads, x = leaves)
                status = tao_backward(y, outputs.Length, dy, grads.Length, retain_graph is { } keep ? (keep ? 1 : 0) : -1, create_graph ? 1 : 0, x, leaves.Length);
            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
            Call.Check(status);
        }

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
            => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
            => backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        /// <summary>The gradients of the outputs with respect to the inputs; an unused input is refused unless allowed, and then gives null.</summary>
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var ys = Call.RawOf(outputs);
            var xs = Call.RawOf(inputs);
            var grads = grad_outputs is null ? [] : Call.RawOf(grad_outputs);
            var results = new nint[xs.Length];
            int status;
            fixed (nint* y = ys, x = xs, dy = grads, found = results)
            {
                status = tao_autograd_grad(
                    y, ys.Length, x, xs.Length, dy, grads.Length, retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, found);
            }
            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            Call.Check(status);
            return Array.ConvertAll(results, handle => handle == 0 ? null! : new Tensor(handle));
        }
    }

    private sealed class InferenceMode : IDisposable
    {
        private nint _guard;

        internal InferenceMode(bool on)
        {
            nint guard;
            Call.Check(tao_inference_mode_enter(on ? 1 : 0, &guard));
            _guard = guard;
        }

        public void Dispose()
        {
            if (_guard == 0) return;
            Call.Check(tao_inference_mode_leave(_guard));
            _guard = 0;
        }
    }
}
