// Demo: the example, built with the packed SDK as a user would build it.
using System.Globalization;
using System.Text.Json;

string ExampleDirectory => PathOf("examples", "classification");

string ExampleStages => System.IO.Path.Combine(ExampleDirectory, "obj", "Debug", "tao");

void Demonstrate()
{
    var before = StampTimes();

    // Plain lines: the demo's point is to watch the stages at work.
    DotNet("build", ExampleDirectory, "-tl:off", "-v:m");
    var after = StampTimes();
    var started = after.Where(stamp => !before.TryGetValue(stamp.Key, out var time) || time != stamp.Value).Select(stamp => stamp.Key).ToHashSet();
    PrintStages(started);
    System.Console.WriteLine("");
    var ran = started.Count(stage => !WasRestored(System.IO.Path.Combine(ExampleStages, stage)));
    var told = ran == 0 ? "No stage ran" : $"{ran} stages ran";
    System.Console.WriteLine(started.Count == 0 ? "No stage was started: everything is up to date." : $"{told}; {started.Count - ran} were restored from the cache.");
    System.Console.WriteLine($"The model is in {System.IO.Path.Combine("examples", "classification", "bin", "Debug")}");
}

Dictionary<string, DateTime> StampTimes() => System.IO.Directory.Exists(ExampleStages)
    ? System.IO.Directory.EnumerateFiles(ExampleStages, "*.stamp")
        .Where(file => !file.EndsWith("published.stamp", StringComparison.Ordinal))
        .ToDictionary(file => System.IO.Path.GetFileNameWithoutExtension(file), System.IO.File.GetLastWriteTimeUtc)
    : new Dictionary<string, DateTime>();

void PrintStages(HashSet<string> started)
{
    System.Console.WriteLine("");
    System.Console.WriteLine($"{"Stage",-18} {"This time",-10} {"Seconds",8}  Metrics");
    var results = new System.IO.DirectoryInfo(ExampleStages).EnumerateFiles("result.json", System.IO.SearchOption.AllDirectories);
    foreach (var file in results.OrderBy(file => file.LastWriteTimeUtc))
    {
        using var result = JsonDocument.Parse(System.IO.File.ReadAllText(file.FullName));
        var seconds = result.RootElement.TryGetProperty("durationSeconds", out var duration) ? duration.GetDouble() : 0;
        var state = !started.Contains(file.Directory.Name) ? "up to date" : WasRestored(file.Directory.FullName) ? "restored" : "ran";
        System.Console.WriteLine(FormattableString.Invariant($"{file.Directory.Name,-18} {state,-10} {seconds,8:F1}  {Metrics(result.RootElement)}"));
    }
}

// A restoration is the last thing that a stage's log tells.
bool WasRestored(string folder)
{
    var log = System.IO.Path.Combine(folder, "status.json");
    if (!System.IO.File.Exists(log))
        return false;
    using var last = JsonDocument.Parse(System.IO.File.ReadLines(log).Last());
    return last.RootElement.GetProperty("message").GetString().Contains(" restored from ", StringComparison.Ordinal);
}

string Metrics(JsonElement result) => result.TryGetProperty("metrics", out var metrics)
    ? string.Join(", ", metrics.EnumerateObject().Take(4).Select(metric => $"{metric.Name} {metric.Value.GetDouble().ToString("G4", CultureInfo.InvariantCulture)}"))
    : "";
