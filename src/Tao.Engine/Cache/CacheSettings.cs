using System.Collections.Immutable;
using System.Globalization;
using Tao.Engine.IO;
using Tao.Specs;

namespace Tao.Engine.Cache;

/// <summary>Where results are kept and looked for, and which are good enough: <c>TAO_CACHE</c> and its fellows.</summary>
public sealed record CacheSettings
{
    /// <summary>Stands for <see cref="DefaultFolder"/>.</summary>
    public const string Local = "local";

    private const string Switch = "off";
    private const int MaximumSeconds = 3600;

    /// <summary>Folders (full paths) and addresses (http, https, s3), to be tried in order; none when the cache is off.</summary>
    public ImmutableArray<string> Locations { get; init; } = [];

    /// <summary>Whether results are only taken and nothing is stored, in any location.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>How long a store may take to connect, to answer, or to go on with a transfer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a result may also come from another kind of device.</summary>
    public bool AnyDevice { get; init; }

    public static CacheSettings Off { get; } = new();

    /// <summary><c>$XDG_CACHE_HOME/tao</c>, by default <c>~/.cache/tao</c>; on Windows in the local application data.</summary>
    public static string DefaultFolder(Func<string, string?> environment) => UserFolder.Of(environment, "XDG_CACHE_HOME", ".cache");

    /// <summary>Off unless <c>TAO_CACHE</c> is set. What cannot be read is reported, all of it.</summary>
    /// <param name="environment">Gives a variable of the environment.</param>
    /// <param name="directory">What a relative folder is relative to.</param>
    /// <param name="diagnostics">Takes the mistakes.</param>
    public static CacheSettings FromEnvironment(Func<string, string?> environment, string directory, DiagnosticBag diagnostics)
    {
        string[] entries = (environment("TAO_CACHE") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (entries.Contains(Switch) && entries.Length > 1)
            Refuse(diagnostics, "TaoCache (TAO_CACHE)", string.Join(';', entries.Select(ShownName)), "'off' alone, or leave it out");
        string readOnly = environment("TAO_CACHE_READ_ONLY") ?? "", seconds = environment("TAO_CACHE_TIMEOUT") ?? "", device = environment("TAO_CACHE_DEVICE") ?? "";
        if (readOnly is not ("" or "0" or "1") && !bool.TryParse(readOnly, out _))
            Refuse(diagnostics, "TaoCacheReadOnly (TAO_CACHE_READ_ONLY)", readOnly, "true or false");
        double timeout = 10;
        if (seconds.Length > 0 && !(double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out timeout) && timeout is > 0 and <= MaximumSeconds))
            Refuse(diagnostics, "TaoCacheTimeout (TAO_CACHE_TIMEOUT)", seconds, $"seconds, at most {MaximumSeconds}");
        if (device is not ("" or "strict" or "loose"))
            Refuse(diagnostics, "TaoCacheDevice (TAO_CACHE_DEVICE)", device, "strict or loose");
        var locations = entries.Where(entry => entry != Switch).Select(entry => Location(entry, environment, directory, diagnostics)).OfType<string>().Distinct();
        return new CacheSettings
        {
            Locations = [.. locations],
            ReadOnly = readOnly == "1" || readOnly.Equals("true", StringComparison.OrdinalIgnoreCase),
            Timeout = timeout is > 0 and <= MaximumSeconds ? TimeSpan.FromSeconds(timeout) : TimeSpan.FromSeconds(10),
            AnyDevice = device == "loose",
        };
    }

    /// <summary>Whether a location is an address and no folder.</summary>
    public static bool IsRemote(string location) => location.Contains("://", StringComparison.Ordinal);

    private static string? Location(string entry, Func<string, string?> environment, string directory, DiagnosticBag diagnostics)
    {
        if (entry == Local)
            return DefaultFolder(environment);
        if (!IsRemote(entry))
            return Path.GetFullPath(entry.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(UserFolder.Home(environment), entry[2..]) : entry, directory);
        if (Uri.TryCreate(entry, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "s3" && address.Host.Length > 0)
            return entry;
        Refuse(diagnostics, "TaoCache (TAO_CACHE)", ShownName(entry), $"a folder, '{Local}' for {DefaultFolder(environment)}, http://HOST/PATH, https://HOST/PATH, s3://BUCKET/PREFIX, or 'off'");
        return null;
    }

    // A password has no place in a build log.
    private static string ShownName(string entry) => entry.LastIndexOf('@') is >= 0 and var at && IsRemote(entry) ? "..." + entry[at..] : entry;

    private static void Refuse(DiagnosticBag diagnostics, string name, string value, string expected) =>
        diagnostics.Error(EngineCodes.CacheSettings, $"{name} is '{value}'.", $"Write {expected}.");
}
