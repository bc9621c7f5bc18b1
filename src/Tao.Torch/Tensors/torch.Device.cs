using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The host.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>Shapes without data.</summary>
    public static readonly Device META = new(DeviceType.META);

    private static Device? _defaultDevice;

    /// <summary>The current NVIDIA GPU.</summary>
    public static Device CUDA => new(DeviceType.CUDA);

    /// <summary>Apple's GPU.</summary>
    public static Device MPS => new(DeviceType.MPS);

    internal static Device? DefaultDeviceOrNull => _defaultDevice;

    /// <summary>From text such as <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
    public static Device device(string description) => new(description);

    /// <summary>From a device kind's name and a number.</summary>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <summary>From a device kind and a number; -1 is the kind's current device.</summary>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>The GPU of that number.</summary>
    public static Device device(int index) => new(index);

    /// <summary>Where new tensors are made when nothing is said.</summary>
    public static void set_default_device(Device device) => _defaultDevice = device;

    /// <inheritdoc cref="set_default_device(Device)"/>
    public static void set_default_device(string device) => _defaultDevice = new Device(device);

    /// <inheritdoc cref="set_default_device(Device)"/>
    public static Device get_default_device() => _defaultDevice ?? CPU;

    /// <summary>A place that tensors live in: a kind and a number, -1 for the kind's current one.</summary>
    public class Device
    {
        /// <summary>From text such as <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>; anything else is an <see cref="ArgumentException"/>.</summary>
        public Device(string description)
        {
            var parts = description.Split(':');
            type = Parse(parts[0], description);
            index = parts.Length switch
            {
                1 => -1,
                2 when int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
                _ => throw new ArgumentException($"'{description}' is no device: expected a kind and an optional number, such as cuda:1."),
            };
        }

        /// <summary>From a kind's name and a number.</summary>
        public Device(string deviceType, int index = -1)
        {
            type = Parse(deviceType, deviceType);
            this.index = index;
        }

        /// <summary>From a kind and a number.</summary>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>The GPU of that number.</summary>
        public Device(int index)
        {
            type = DeviceType.CUDA;
            this.index = index;
        }

        /// <summary>The kind.</summary>
        public DeviceType type { get; }

        /// <summary>The number; -1 is the kind's current device.</summary>
        public int index { get; }

        /// <summary>Text as a device.</summary>
        public static implicit operator Device(string description) => new(description);

        /// <inheritdoc/>
        public override string ToString()
        {
            var name = type.ToString().ToLowerInvariant();
            return index < 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{index}");
        }

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Device other && other.type == type && other.index == index;

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(type, index);

        private static DeviceType Parse(string name, string description)
            => !int.TryParse(name, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) && Enum.TryParse<DeviceType>(name, ignoreCase: true, out var kind)
                ? kind
                : throw new ArgumentException($"'{description}' is no device: '{name}' is not one of {string.Join(", ", Enum.GetNames<DeviceType>()).ToLowerInvariant()}.");
    }
}
