using System.Text.Json;

namespace Tao.FakeEngine;

/// <summary>The part of a stage request that the double looks at.</summary>
internal sealed record FakeRequest(string Stage, string ProjectDirectory, string Spec, string OutputDirectory, string Text)
{
    public static FakeRequest Read(string requestFile)
    {
        var text = File.ReadAllText(requestFile);
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        var project = Path.GetFullPath(root.GetProperty("projectDirectory").GetString()!, Path.GetDirectoryName(Path.GetFullPath(requestFile))!);
        return new FakeRequest(
            root.GetProperty("stage").GetString()!,
            project,
            Path.GetFullPath(root.GetProperty("spec").GetString()!, project),
            Path.GetFullPath(root.GetProperty("outputDirectory").GetString()!, project),
            text);
    }
}
