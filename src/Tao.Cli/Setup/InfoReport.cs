using System.Globalization;
using System.Runtime.InteropServices;
using Tao.Cli.Rendering;
using Tao.Cli.SubTasks;
using Tao.Engine;

namespace Tao.Cli.Setup;

/// <summary>What <c>tao info</c> shows; the rest is null unless asked for.</summary>
internal sealed record InfoReport(string Version, IReadOnlyList<InfoNetwork> Networks)
{
    public SortedDictionary<string, string>? Components { get; init; }

    public IReadOnlyList<string>? Devices { get; init; }

    public static InfoReport Of(CliContext context, bool verbose)
    {
        var networks = context.Networks.Select(network => new InfoNetwork(network.Name, [.. SubTaskCatalog.For(network).Select(task => task.Name)], verbose ? network.Backbones : null)).ToArray();
        var report = new InfoReport(EngineVersion.Current, networks);
        return verbose ? report with { Components = ComponentVersions(context), Devices = DeviceNames(context) } : report;
    }

    private static SortedDictionary<string, string> ComponentVersions(CliContext context)
    {
        var versions = new SortedDictionary<string, string>(StringComparer.Ordinal) { [".NET"] = Environment.Version.ToString() };
        foreach (var library in NativeLibraryProbe.All.Select(probe => probe.Probe(context.Environment)))
            versions[library.Component] = library.Problem is null ? library.Version ?? "unknown" : $"not usable: {library.Problem}";
        return versions;
    }

    private static List<string> DeviceNames(CliContext context)
    {
        var memory = Quantity.Bytes(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        var devices = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"cpu ({RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores, {memory})"),
        };
        devices.AddRange(Enumerable.Range(0, GpuDevices.Usable(context.Environment)).Select(index => string.Create(CultureInfo.InvariantCulture, $"cuda:{index}")));
        return devices;
    }
}
