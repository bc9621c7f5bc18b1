using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The direct submodules by name.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => _modules.Select(entry => (entry.Key, entry.Value));

            /// <summary>The direct submodules.</summary>
            public virtual IEnumerable<Module> children() => _modules.Values;

            /// <summary>Everything below, by dotted name.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (key, child) in named_children())
                {
                    yield return (key, child);
                    foreach (var (inner, module) in child.named_modules()) yield return ($"{key}.{inner}", module);
                }
            }

            /// <summary>Everything below.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(named => named.module);

            /// <summary>Parameters by dotted name, each once.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                foreach (var (key, owner) in Owners(recurse))
                {
                    foreach (var (inner, parameter) in owner._parameters)
                    {
                        if (seen.Add(parameter)) yield return (key + inner, parameter);
                    }
                }
            }

            /// <summary>Parameters, each once.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(named => named.parameter);

            /// <summary>Buffers by dotted name.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                foreach (var (key, owner) in Owners(recurse))
                {
                    foreach (var (inner, (tensor, persistent)) in owner._buffers)
                    {
                        if (persistent || include_nonpersistent) yield return (key + inner, tensor);
                    }
                }
            }

            /// <summary>Buffers.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true)
                => named_buffers(recurse, include_nonpersistent).Select(named => named.buffer);

            /// <summary>A parameter by dotted name, or null.</summary>
            public virtual Parameter? get_parameter(string target) => named_parameters().FirstOrDefault(named => named.name == target).parameter;

            /// <summary>A buffer by dotted name, or null.</summary>
            public virtual Tensor? get_buffer(string target) => named_buffers().FirstOrDefault(named => named.name == target).buffer;

            /// <summary>Whether there is such a parameter.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Whether there is such a buffer.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            private IEnumerable<(string Prefix, Module Owner)> Owners(bool recurse)
            {
                yield return ("", this);
                if (!recurse) yield break;
                foreach (var (key, module) in named_modules()) yield return ($"{key}.", module);
            }
        }
    }
}
