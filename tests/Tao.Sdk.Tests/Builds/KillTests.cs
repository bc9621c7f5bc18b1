using System.Security.Cryptography;
using System.Text.Json;

namespace Tao.Sdk.Tests.Builds;

/// <summary>A build that is killed, with its engine, at any moment: the next one ends with the results of a build that nobody disturbed.</summary>
[Collection(BuiltModel.Collection)]
public sealed class KillTests(BuiltModel built)
{
    private const int Kills = 20;

    // Long enough for some stages to end, and short of the whole pipeline.
    private const int LongestWait = 3500;

    private static readonly string[] _stages =
        ["ValidateSpec", "ConvertDataset", "Train", "Evaluate", "Prune", "Retrain", "EvaluateRetrained", "Export", "Int8Calibrate", "EvaluateInt8"];

    [Fact]
    public async Task Killed_anywhere_the_next_build_ends_with_the_same_results()
    {
        var expected = Results(built.Project);
        var random = new Random(20261127);
        for (int i = 0; i < Kills; i++)
        {
            using var project = built.Project.Copy(keepTimes: true);
            int first = random.Next(_stages.Length);
            Forget(project, _stages[first..]);
            using (var build = project.StartBuild())
            {
                int wait = random.Next(300, LongestWait);
                var output = build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
                await Task.Delay(wait, TestContext.Current.CancellationToken);
                bool ended = build.HasExited;
                build.Kill(entireProcessTree: true);
                await build.WaitForExitAsync(TestContext.Current.CancellationToken);
                string last = (await output).Split('\n').LastOrDefault(line => line.Contains(": ", StringComparison.Ordinal))?.Trim() ?? "";
                TestContext.Current.TestOutputHelper?.WriteLine($"{_stages[first]} to do, killed after {wait} ms{(ended ? " (it had ended)" : "")}: {last}");
            }

            (await project.BuildAsync()).MustSucceed();

            Assert.Equal(expected, Results(project));
        }
    }

    private static void Forget(ModelProject project, IEnumerable<string> stages)
    {
        foreach (string stage in stages)
        {
            Directory.Delete(project[$"obj/Debug/tao/{stage}"], recursive: true);
            File.Delete(project[$"obj/Debug/tao/{stage}.stamp"]);
        }
        Directory.Delete(project["bin"], recursive: true);
        File.Delete(project["obj/Debug/tao/published.stamp"]);
    }

    /// <summary>The hash of every artifact of every stage and of every file that the build publishes.</summary>
    private static SortedDictionary<string, string> Results(ModelProject project)
    {
        var results = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string stage in _stages)
        {
            using var record = JsonDocument.Parse(File.ReadAllText(project[$"obj/Debug/tao/{stage}/result.json"]));
            results[$"{stage} fingerprint"] = record.RootElement.GetProperty("fingerprint").GetString()!;
            foreach (var artifact in record.RootElement.GetProperty("artifacts").EnumerateArray())
            {
                string path = $"obj/Debug/tao/{stage}/{artifact.GetProperty("path").GetString()}";
                results[path] = Hash(project[path]);
                Assert.Equal(artifact.GetProperty("sha256").GetString(), results[path]);
            }
        }
        // A report tells times.
        foreach (string file in Directory.EnumerateFiles(project["bin/Debug"]).Where(file => Path.GetFileName(file) != "report.html"))
            results[Path.GetFileName(file)] = Hash(file);
        return results;
    }

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
