using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Helpers over lists of parameters.</summary>
        public static unsafe class utils
        {
            /// <summary>Scales all gradients together so that their joint norm is at most max_norm; returns the norm before.</summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                Tensor[] list = [.. tensors];
                var raw = Call.RawOf(list);
                double total;
                fixed (nint* handles = raw) Call.Check(tao_clip_grad_norm(handles, raw.Length, max_norm, norm_type, &total));
                GC.KeepAlive(list);
                return total;
            }

            /// <summary>Limits every element of every gradient to +-clip_value.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var grad = no_grad();
                foreach (var parameter in tensors) parameter.grad?.clamp_(-clip_value, clip_value);
            }
        }
    }
}
