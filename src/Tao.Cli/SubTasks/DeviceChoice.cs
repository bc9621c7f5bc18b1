using System.Globalization;
using Tao.Cli.Parsing;
using Tao.Cli.Setup;
using Tao.Specs;

namespace Tao.Cli.SubTasks;

/// <summary>Turns <c>--gpus</c> and <c>--gpu_index</c> into the request's device; TAO's rules, reported instead of asserted.</summary>
internal static class DeviceChoice
{
    public static string From(FlagValues flags, string subTask, Func<string, string?> environment, DiagnosticBag bag)
    {
        var count = long.TryParse(flags.Text(CommonFlags.Gpus), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : 1;
        var indices = flags.List(CommonFlags.GpuIndex);
        var available = GpuDevices.Usable(environment);
        if (count < 0 || (count > 1 && subTask != "train"))
            bag.Error(CliCodes.DevicesRefused, $"--gpus {count}: {subTask} uses one device.", "Leave --gpus out, or write --gpus 1.");
        if (indices.Length > 0 && indices.Length != count)
            bag.Error(CliCodes.DevicesRefused, $"--gpu_index names {indices.Length} devices and --gpus says {count}.", "Name as many as --gpus.");
        foreach (var index in indices.Where(index => !IsIndex(index)))
            bag.Error(CliCodes.BadFlagValue, $"--gpu_index is a list of whole numbers from 0, not '{index}'.");
        var asked = flags.Has(CommonFlags.Gpus) || indices.Length > 0;
        if (available == 0)
        {
            if (asked && count > 0)
                bag.Warning(CliCodes.NoEffect, "This machine has no GPU that can be used; the CPU does the work.");
            return "cpu";
        }
        if (count > 1)
            bag.Warning(CliCodes.NoEffect, $"--gpus {count}: one device is used; training on several at once is not supported.");
        return count == 0 ? "cpu" : indices.Length > 0 ? $"cuda:{indices[0]}" : "cuda";
    }

    private static bool IsIndex(string text) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
