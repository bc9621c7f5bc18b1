using System.Globalization;

namespace Tao.Benchmarks;

internal static class Comparison
{
    public static void Print(string title, int rounds, Action ours, PyTorchWorker? theirs, string work)
    {
        ours();
        var own = new List<double>();
        var nchw = new List<double>();
        var nhwc = new List<double>();
        for (int round = 0; round < rounds; round++)
        {
            own.Add(Statistics.Measure(ours, 3));
            if (theirs is null)
                continue;
            nchw.Add(theirs.Measure($"{work} nchw 3"));
            nhwc.Add(theirs.Measure($"{work} nhwc 3"));
        }
        string line = string.Create(CultureInfo.InvariantCulture, $"{title}: {Statistics.Median(own) * 1000:F1} ms");
        if (theirs is not null)
        {
            line += string.Create(
                CultureInfo.InvariantCulture,
                $"; PyTorch takes {Ratio(nchw, own):F2} times as long with NCHW memory, {Ratio(nhwc, own):F2} times with channels-last");
        }
        Console.WriteLine(line);
    }

    public static void Print(string title, int rounds, (string Name, Action Run) fast, (string Name, Action Run) slow)
    {
        fast.Run();
        slow.Run();
        var fastTimes = new List<double>();
        var slowTimes = new List<double>();
        for (int round = 0; round < rounds; round++)
        {
            fastTimes.Add(Statistics.Fastest(fast.Run, 40));
            slowTimes.Add(Statistics.Fastest(slow.Run, 40));
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{title}: {fast.Name} {Statistics.Median(fastTimes) * 1000:F1} ms, {slow.Name} {Statistics.Median(slowTimes) * 1000:F1} ms, ratio {Ratio(slowTimes, fastTimes):F2}"));
    }

    public static void PrintRatio(string title, int rounds, Action first, Action second)
    {
        var firstTimes = new List<double>();
        var secondTimes = new List<double>();
        for (int round = 0; round < rounds; round++)
        {
            firstTimes.Add(Statistics.Measure(first, 1));
            secondTimes.Add(Statistics.Measure(second, 1));
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{title}: {Statistics.Median(firstTimes):F2} s against {Statistics.Median(secondTimes):F2} s, ratio {Ratio(firstTimes, secondTimes):F2}"));
    }

    public static string RepositoryRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Tao.Sdk.sln")))
                return directory.FullName;
        }
        return Directory.GetCurrentDirectory();
    }

    /// <summary>Median of the rounds' own ratios, so that a machine whose speed drifts does not matter.</summary>
    public static double Ratio(List<double> numerators, List<double> denominators) =>
        Statistics.Median(numerators.Zip(denominators, (numerator, denominator) => numerator / denominator));
}
