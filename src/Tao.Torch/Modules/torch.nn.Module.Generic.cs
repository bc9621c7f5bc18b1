namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Something that can be called with one argument.</summary>
        public interface IModule<in T, out TResult>
        {
            /// <summary>Runs it.</summary>
            TResult call(T input);
        }

        /// <summary>A module of one argument.</summary>
        public abstract class Module<T, TResult> : Module, IModule<T, TResult>
        {
            /// <summary>An empty module.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What it works out.</summary>
            public abstract TResult forward(T input);

            /// <summary>Runs it.</summary>
            public TResult call(T input) => forward(input);
        }

        /// <summary>A module of two arguments.</summary>
        public abstract class Module<T1, T2, TResult> : Module
        {
            /// <summary>An empty module.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What it works out.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Runs it.</summary>
            public TResult call(T1 input1, T2 input2) => forward(input1, input2);
        }
    }
}
