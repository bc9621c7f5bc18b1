using System.Diagnostics;
using System.Globalization;

namespace Tao.Benchmarks;

/// <summary>The PyTorch process that is timed in turn with us.</summary>
internal sealed class PyTorchWorker : IDisposable
{
    private readonly Process _process;

    private PyTorchWorker(Process process, string version)
    {
        _process = process;
        Version = version;
    }

    public string Version { get; }

    /// <summary>Null when this machine has no PyTorch; then there is nothing to compare with.</summary>
    public static PyTorchWorker? TryStart(string script, int threads, string device)
    {
        foreach (string python in new[] { "/usr/bin/python3", "python3" })
        {
            var start = new ProcessStartInfo(python) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add(script);
            start.ArgumentList.Add(threads.ToString(CultureInfo.InvariantCulture));
            start.ArgumentList.Add(device);
            Process? process;
            try
            {
                process = Process.Start(start);
            }
            catch (System.ComponentModel.Win32Exception)
            {
                continue; // this interpreter does not exist
            }
            if (process?.StandardOutput.ReadLine() is { } line && line.StartsWith("ready ", StringComparison.Ordinal))
                return new PyTorchWorker(process, line["ready ".Length..]);
            process?.Dispose();
        }
        return null;
    }

    /// <summary>Median seconds of <paramref name="count"/> runs.</summary>
    public double Measure(string work, string layout, int count)
    {
        _process.StandardInput.WriteLine($"{work} {layout} {count}");
        _process.StandardInput.Flush();
        return double.Parse(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("PyTorch ended."), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.WriteLine("quit");
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
