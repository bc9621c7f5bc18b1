using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Uniform over [from, to), in place.</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null)
        {
            Call.Check(tao_uniform_(Raw, from, to, torch.Raw(generator)));
            GC.KeepAlive(generator);
            return this;
        }

        /// <summary>Normal numbers, in place.</summary>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null)
        {
            Call.Check(tao_normal_(Raw, mean, std, torch.Raw(generator)));
            GC.KeepAlive(generator);
            return this;
        }

        /// <summary>Integers from [from, to), in place.</summary>
        public Tensor random_(double from, double to, Generator? generator = null)
        {
            Call.Check(tao_random_(Raw, (long)from, (long)to, torch.Raw(generator)));
            GC.KeepAlive(generator);
            return this;
        }

        /// <summary>0 or 1, 1 with probability p, in place.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            Call.Check(tao_bernoulli_(Raw, p, torch.Raw(generator)));
            GC.KeepAlive(generator);
            return this;
        }

        /// <summary>0 or 1, 1 with the probability that p gives for each element, in place.</summary>
        public Tensor bernoulli_(Tensor p, Generator? generator = null)
        {
            Call.Check(tao_bernoulli_tensor_(Raw, p.Raw, torch.Raw(generator)));
            GC.KeepAlive(p);
            GC.KeepAlive(generator);
            return this;
        }

        /// <summary>Exponential numbers with mean 1 / lambda, in place.</summary>
        public Tensor exponential_(double lambda = 1, Generator? generator = null)
        {
            Call.Check(tao_exponential_(Raw, lambda, torch.Raw(generator)));
            GC.KeepAlive(generator);
            return this;
        }
    }
}
