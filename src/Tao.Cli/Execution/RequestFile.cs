using System.Text.Json;
using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Cli.Execution;

/// <summary>Reads the request of one stage.</summary>
internal static class RequestFile
{
    /// <param name="source">A file, or '-' for the standard input.</param>
    /// <param name="attached">The input goes on behind the request, which is its first line.</param>
    /// <returns>Null when it cannot be used; then the bag says why.</returns>
    public static StageRequest? Read(string source, CliContext context, DiagnosticBag bag, bool attached = false)
    {
        try
        {
            var json = source != "-" ? File.ReadAllText(context.FullPath(source)) : attached ? context.Input.ReadLine() : context.Input.ReadToEnd();
            var request = StageRequest.Parse(json ?? "");

            // A file may name the project's folder relative to its own, so that it has the same bytes in every clone.
            if (source != "-")
                request = request with { ProjectDirectory = Path.GetFullPath(request.ProjectDirectory, Path.GetDirectoryName(context.FullPath(source))!) };
            if (Path.IsPathRooted(request.ProjectDirectory))
                return request;
            bag.Error(CliCodes.BadRequest, $"'{source}': projectDirectory is '{request.ProjectDirectory}'.", "Write the full path of a folder.");
        }
        catch (JsonException broken)
        {
            var location = new SourceLocation(source, (int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1);
            // .NET appends " Path: $.stage | LineNumber: 0 | ...", which the location says already.
            bag.Error(CliCodes.BadRequest, $"The request is not valid: {broken.Message.Split(" Path: ")[0]}", "The engine's own faces write requests; compare with one of theirs.", location);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            bag.Error(CliCodes.BadRequest, $"The request '{source}' cannot be read: {unreadable.Message}");
        }
        return null;
    }
}
