using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Something with parameters, buffers and submodules, all by name. Fields are found by <see cref="RegisterComponents"/>.</summary>
        public partial class Module : IDisposable
        {
            private readonly Dictionary<string, (Tensor Tensor, bool Persistent)> _buffers = [];
            private readonly Dictionary<string, Parameter> _parameters = [];
            private readonly Dictionary<string, Module> _modules = [];

            /// <summary>Its kind's name.</summary>
            protected readonly string name;

            /// <summary>An empty module.</summary>
            protected Module(string name) => this.name = name;

            /// <summary>Whether it trains (the default) or evaluates.</summary>
            public virtual bool training { get; private set; } = true;

            /// <summary>Its kind's name.</summary>
            public virtual string GetName() => name;

            /// <summary>Sets training for it and everything below.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in children()) child.train(train);
            }

            /// <summary>The same as train(false).</summary>
            public virtual void eval() => train(false);

            /// <summary>Adds a parameter.</summary>
            public virtual void register_parameter(string name, Parameter? param)
            {
                if (param is null) return;
                RequireFree(name);
                _parameters[name] = (Parameter)param.DetachFromDisposeScope();
            }

            /// <summary>Adds a tensor that is saved but not learned.</summary>
            public virtual void register_buffer(string name, Tensor? tensor, bool persistent = true)
            {
                if (tensor is null) return;
                RequireFree(name);
                _buffers[name] = (tensor.DetachFromDisposeScope(), persistent);
            }

            /// <summary>Adds a submodule.</summary>
            public virtual void register_module(string name, Module? submodule)
            {
                if (submodule is null) return;
                RequireFree(name);
                _modules[name] = submodule;
            }

            /// <inheritdoc cref="register_module"/>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Calls a function on everything below and itself.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var child in children()) child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Forgets (or zeroes) the gradients of all parameters.</summary>
            public virtual void zero_grad(bool set_to_none = true) => Extensions.torch_ext.zero_grad([.. parameters()], set_to_none);

            /// <summary>Disposes parameters, buffers and submodules.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes parameters, buffers and submodules.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var parameter in _parameters.Values) parameter.Dispose();
                foreach (var (tensor, _) in _buffers.Values) tensor.Dispose();
                foreach (var module in _modules.Values) module.Dispose();
            }

            /// <summary>Registers the fields that are modules, parameters and tensors (as buffers), by their names without leading underscore.</summary>
            protected virtual void RegisterComponents()
            {
                foreach (var field in GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
                {
                    var key = field.Name.TrimStart('_');
                    if (field.DeclaringType == typeof(Module) || IsTaken(key)) continue;
                    switch (field.GetValue(this))
                    {
                        case Module module: register_module(key, module); break;
                        case Parameter parameter: register_parameter(key, parameter); break;
                        case Tensor tensor: register_buffer(key, tensor); break;
                    }
                }
            }

            private bool IsTaken(string key) => _modules.ContainsKey(key) || _parameters.ContainsKey(key) || _buffers.ContainsKey(key);

            private void RequireFree(string key)
            {
                if (key.Contains('.')) throw new ArgumentException($"'{key}': a component's name has no dot.");
                if (IsTaken(key)) throw new ArgumentException($"'{key}' is registered already.");
            }
        }
    }
}
