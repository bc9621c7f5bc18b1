using Tao.Engine.IO;

namespace Tao.Engine.Stages;

/// <summary>
/// One stage at a time on a device, over all of a user's processes: two trainings on one GPU may need more memory than it has, and on a CPU their
/// threads wait for each other many times longer than they compute.
/// </summary>
/// <param name="folder">Where the locks lie, one a device.</param>
public sealed class DeviceLocks(string folder)
{
    private const string Option = "when_busy";

    /// <returns>Null when the device is shared.</returns>
    internal IDisposable? Acquire(StageContext context, CancellationToken cancellation)
    {
        string device = NameOf(context.Request.Device);
        var busy = PolicyOf(context, device == "cpu" ? BusyPolicy.Share : BusyPolicy.Fail);
        if (busy == BusyPolicy.Share)
            return null;
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, device.Replace(':', '-'));
        var held = FileLock.Acquire(path + ".lock", () => WhenBusy(context, device, Holder(path), busy), cancellation);
        AtomicFile.WriteText(path + ".holder", $"{context.Request.Stage} in '{context.Request.FullOutputDirectory}', process {Environment.ProcessId}");
        return held;
    }

    /// <summary>The option, else <paramref name="otherwise"/>.</summary>
    internal static BusyPolicy PolicyOf(StageContext context, BusyPolicy otherwise)
    {
        var policy = context.Options.Name(Option, otherwise);
        context.Options.ThrowIfErrors();
        return policy;
    }

    private static string NameOf(string device) => device == "cuda" ? "cuda:0" : device;

    private static void WhenBusy(StageContext context, string device, string holder, BusyPolicy busy)
    {
        if (busy == BusyPolicy.Fail)
        {
            throw StageContext.Error(
                EngineCodes.DeviceBusy, $"The device {device} is at work: {holder}.", "Wait for it to end, stop it with 'tao stop', choose another device, or set when_busy to wait or share.");
        }
        context.Log($"{context.Request.Stage} waits for the device {device}: {holder}.");
    }

    private static string Holder(string path)
    {
        try
        {
            return File.ReadAllText(path + ".holder");
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
