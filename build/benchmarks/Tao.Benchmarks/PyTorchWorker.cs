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
    public static PyTorchWorker? TryStart(string script, params string[] arguments)
    {
        foreach (string python in new[] { "/usr/bin/python3", "python3" })
        {
            var start = new ProcessStartInfo(python, [Path.Combine(Comparison.RepositoryRoot(), "build/benchmarks", script), .. arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
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

    /// <summary>The seconds that the script answers to a line of its commands.</summary>
    public double Measure(string command)
    {
        _process.StandardInput.WriteLine(command);
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
