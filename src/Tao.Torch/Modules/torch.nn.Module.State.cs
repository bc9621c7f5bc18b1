using System.Text;
using TorchSharp.Extensions;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Parameters and persistent buffers by dotted name: the tensors themselves, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var start = string.IsNullOrEmpty(prefix) ? "" : $"{prefix}.";
                foreach (var (key, parameter) in named_parameters()) destination[start + key] = parameter;
                foreach (var (key, buffer) in named_buffers(include_nonpersistent: false)) destination[start + key] = buffer;
                return destination;
            }

            /// <summary>Copies tensors in by name. Strict refuses missing and unexpected names; a different shape is always refused.</summary>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var own = state_dict();
                var skipped = new HashSet<string>(skip ?? []);
                var missing = own.Keys.Where(key => !source.ContainsKey(key) && !skipped.Contains(key)).ToList();
                var unexpected = source.Keys.Where(key => !own.ContainsKey(key) && !skipped.Contains(key)).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException($"The state does not fit {name}: missing [{string.Join(", ", missing)}], unexpected [{string.Join(", ", unexpected)}].");
                using (no_grad())
                {
                    foreach (var (key, target) in own)
                    {
                        if (skipped.Contains(key) || !source.TryGetValue(key, out var value)) continue;
                        if (!target.shape.AsSpan().SequenceEqual(value.shape)) throw new ArgumentException($"'{key}' is {value} in the state and {target} in {name}.");
                        target.copy_(value);
                    }
                }
                return (missing, unexpected);
            }

            /// <summary>Writes the state in TorchSharp's format (.dat).</summary>
            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            /// <inheritdoc cref="save(string, IList{string})"/>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <inheritdoc cref="save(string, IList{string})"/>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                StateFile.Write(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Reads a state in TorchSharp's format (.dat).</summary>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null)
            {
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip);
            }

            /// <inheritdoc cref="load(string, bool, IList{string})"/>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null)
            {
                using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip);
            }

            /// <inheritdoc cref="load(string, bool, IList{string})"/>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null)
            {
                using var scope = NewDisposeScope();
                load_state_dict(StateFile.Read(reader), strict, skip);
                return this;
            }

            /// <summary>Converts every parameter and buffer in place: the objects stay, so that optimisers keep working. Integer tensors keep their type.</summary>
            internal void Convert(Device? device, ScalarType? type)
            {
                using var grad = no_grad();
                foreach (var tensor in parameters().Concat(buffers()))
                {
                    using var scope = NewDisposeScope();
                    var target = type is { } wanted && IsReal(tensor.dtype) ? wanted : tensor.dtype;
                    tensor.set_data(tensor.to(target, device ?? tensor.device));
                }
            }

            private static bool IsReal(ScalarType type) => type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;
        }
    }
}
