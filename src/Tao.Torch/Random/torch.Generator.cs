using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Seeds the generators of the host and of every GPU.</summary>
    public static Generator manual_seed(long seed)
    {
        cuda.manual_seed_all(seed);
        return Generator.Default.manual_seed(seed);
    }

    /// <summary>Seeds the host's generator from the system's entropy and returns the seed.</summary>
    public static long seed() => Generator.Default.seed();

    /// <summary>The seed of the host's generator.</summary>
    public static long initial_seed() => Generator.Default.initial_seed();

    /// <summary>The state of the host's generator, as bytes.</summary>
    public static Tensor get_rng_state() => Generator.Default.get_state();

    /// <summary>Continues the host's generator from a state that <see cref="get_rng_state"/> gave.</summary>
    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    /// <summary>The functions of torch.random: the host's generator.</summary>
    public static class random
    {
        /// <inheritdoc cref="torch.get_rng_state"/>
        public static Tensor get_rng_state() => torch.get_rng_state();

        /// <inheritdoc cref="torch.set_rng_state"/>
        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);

        /// <inheritdoc cref="torch.manual_seed"/>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <inheritdoc cref="torch.seed"/>
        public static long seed() => torch.seed();

        /// <inheritdoc cref="torch.initial_seed"/>
        public static long initial_seed() => torch.initial_seed();
    }

    /// <summary>A stream of random numbers with a state of its own. Not for use by two threads at once where the order matters.</summary>
    public class Generator : IDisposable
    {
        private readonly GeneratorHandle _handle;

        /// <summary>A new stream.</summary>
        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            nint handle;
            Call.Check(tao_generator_new(seed, (int)this.device.type, this.device.index, &handle));
            _handle = new GeneratorHandle(handle);
        }

        private Generator(nint handle)
        {
            device = CPU;
            _handle = new GeneratorHandle(handle);
        }

        /// <summary>The host's stream, which is used where none is given.</summary>
        public static Generator Default
        {
            get
            {
                nint handle;
                Call.Check(tao_generator_default(&handle));
                return new Generator(handle);
            }
        }

        /// <summary>Where its numbers are made.</summary>
        public Device device { get; }

        /// <summary>The native generator.</summary>
        public IntPtr Handle => _handle.Value;

        /// <summary>The whole state, as bytes.</summary>
        public Tensor get_state()
        {
            nint result;
            var status = tao_generator_get_state(Handle, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        /// <summary>Continues from a state that <see cref="get_state"/> gave.</summary>
        public void set_state(Tensor value)
        {
            Call.Check(tao_generator_set_state(Handle, value.Raw));
            GC.KeepAlive(this);
            GC.KeepAlive(value);
        }

        /// <summary>Restarts from a seed.</summary>
        public Generator manual_seed(long seed)
        {
            Call.Check(tao_generator_set_seed(Handle, seed));
            return this;
        }

        /// <summary>Restarts from the system's entropy and returns the seed taken.</summary>
        public long seed()
        {
            long taken;
            Call.Check(tao_generator_new_seed(Handle, &taken));
            GC.KeepAlive(this);
            return taken;
        }

        /// <summary>The seed it was started from.</summary>
        public long initial_seed()
        {
            long taken;
            Call.Check(tao_generator_get_seed(Handle, &taken));
            GC.KeepAlive(this);
            return taken;
        }

        /// <summary>Releases the native generator.</summary>
        public void Dispose()
        {
            _handle.Dispose();
            GC.SuppressFinalize(this);
        }
    }
}
