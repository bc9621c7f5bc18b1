using Tao.Engine.Datasets;
using Tao.Engine.Events;
using Tao.Engine.Explanations;
using Tao.Engine.IO;
using Tao.Networks;
using Tao.Specs;

namespace Tao.Engine.Stages;

/// <summary>What a stage works with: the request, the bound spec, and the outside world.</summary>
internal sealed class StageContext(StageRequest request, BoundNetwork network, PathMap paths, IEventSink events, TimeProvider clock)
{
    public StageRequest Request => request;

    public BoundNetwork Network => network;

    public IEventSink Events => events;

    public TimeProvider Clock => clock;

    public OptionReader Options { get; } = new(request);

    /// <summary>Hash of everything read, set before the stage runs; resumable checkpoints carry it.</summary>
    public string Fingerprint { get; set; } = "";

    /// <summary>What stages before this one would make; null in a run, where they have made it.</summary>
    public ForeseenArtifacts? Foreseen { get; init; }

    /// <summary>The files that the stage reads while it runs.</summary>
    public InputSnapshot Read { get; } = new();

    /// <summary>The request's seed, else the spec's, else TAO's 42.</summary>
    public ulong Seed => request.Seed ?? network.Training.Seed ?? 42;

    /// <summary>Full path of a file in the output directory.</summary>
    public string Output(string file) => Path.Combine(request.FullOutputDirectory, file);

    public bool HasInput(string role) => request.Inputs.ContainsKey(role);

    /// <summary>Full path of an earlier stage's artifact.</summary>
    public string Input(string role) => request.Inputs.TryGetValue(role, out string? path)
        ? ResolvePath(path)
        : throw new TaoException(new Diagnostic(
            EngineCodes.BadRequest, DiagnosticSeverity.Error, $"The stage {request.Stage} was not given its input '{role}'.",
            "Run the stage before it, or name the file on the command line.", null));

    /// <summary>As <see cref="Input"/>, for a file that must exist.</summary>
    public string InputFile(string role) => RequireFile(Input(role));

    /// <summary>The SHA-256 of an earlier stage's artifact, for the fingerprint.</summary>
    public string HashOfInput(string role) => HashOf(Input(role));

    /// <summary>The SHA-256 of a file that must exist, or that a stage before this one would make.</summary>
    public string HashOf(string path)
    {
        if (Foreseen?.HashOf(path) is { } known)
            return known;
        string hash = ContentHash.OfFile(RequireFile(path));
        Read.Add(path, hash);
        return hash;
    }

    /// <param name="location">Where the spec names the file, if it does.</param>
    public static string RequireFile(string path, SourceLocation? location = null) => File.Exists(path) ? path : throw Error(
        EngineCodes.ModelMissing, $"The file '{path}' does not exist.", "Correct the path, or run the stage that makes it.", location);

    /// <summary>Full path on this machine of a path that a spec or a request holds.</summary>
    public string ResolvePath(string path) => paths.Resolve(path, request.ProjectDirectory);

    public string Option(string name, string defaultValue) => request.Options.GetValueOrDefault(name, defaultValue);

    /// <summary>An option that is given and not <c>false</c>.</summary>
    public bool Flag(string name) => request.Options.TryGetValue(name, out string? value) && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

    public void Report(Diagnostic diagnostic) => events.Publish(DiagnosticEvent.From(diagnostic));

    public void Log(string text) => events.Publish(new LogEvent(text));

    public static TaoException Error(string code, string message, string remedy, SourceLocation? location = null) =>
        new(new Diagnostic(code, DiagnosticSeverity.Error, message, remedy, location));
}
