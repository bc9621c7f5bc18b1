using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Tao.Engine.IO;
using Tao.Engine.Stages;

namespace Tao.Engine.Jobs;

/// <summary>
/// The jobs of this user on this machine, one JSON file each. Only the process that runs a job writes its file, always by
/// rename, so readers and other jobs need no lock.
/// </summary>
public sealed class JobRegistry(string folder, TimeProvider clock)
{
    /// <summary>Ended jobs kept for <c>tao list</c>.</summary>
    public const int Retention = 200;

    private const string Extension = ".json";

    public string Folder { get; } = folder;

    /// <summary><c>$XDG_STATE_HOME/tao/jobs</c>, by default <c>~/.local/state/tao/jobs</c> (XDG Base Directory Specification 0.8).</summary>
    public static string DefaultFolder(Func<string, string?> environment) =>
        Path.Combine(UserFolder.Of(environment, "XDG_STATE_HOME", Path.Combine(".local", "state")), "jobs");

    /// <summary>Records that this process runs <paramref name="request"/>. Throws what file access throws.</summary>
    public JobHandle Begin(StageRequest request)
    {
        CreateFolder();
        Trim();
        var now = clock.GetUtcNow();
        while (true)
        {
            var record = new JobRecord
            {
                Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3)),
                Process = ProcessIdentity.Current,
                State = JobState.Running,
                Network = request.Network,
                Stage = request.Stage,
                ProjectDirectory = request.ProjectDirectory,
                OutputDirectory = request.FullOutputDirectory,
                StartedUtc = now,
                UpdatedUtc = now,
            };
            if (TryWrite(record, replace: false))
                return new JobHandle(record, changed => TryWrite(changed, replace: true), clock);
        }
    }

    /// <summary>All jobs; a running one whose process is gone reads as <see cref="JobState.Died"/>.</summary>
    public JobListing Read()
    {
        var jobs = new List<JobRecord>();
        var unreadable = ImmutableArray.CreateBuilder<string>();
        foreach (var file in Files('*' + Extension))
        {
            switch (TryRead(file, out var job))
            {
                case true:
                    jobs.Add(job!);
                    break;
                case false:
                    unreadable.Add(file);
                    break;
            }
        }
        return new JobListing([.. jobs.OrderByDescending(job => job.StartedUtc).ThenBy(job => job.Id, StringComparer.Ordinal)], unreadable.ToImmutable());
    }

    /// <summary>Asks a job to stop gracefully; does not wait for its end.</summary>
    public static StopOutcome Stop(JobRecord job) => job.State == JobState.Running ? ProcessSignal.Interrupt(job.Process) : StopOutcome.NotRunning;

    /// <summary>Null: the file has gone in the meantime. False: it is no job.</summary>
    private static bool? TryRead(string file, out JobRecord? job)
    {
        job = null;
        try
        {
            job = JsonSerializer.Deserialize<JobRecord>(File.ReadAllText(file), EngineJson.Options);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception broken) when (broken is JsonException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
        if (job is { State: JobState.Running } && !job.Process.IsAlive())
            job = job with { State = JobState.Died, EndedUtc = job.UpdatedUtc };
        return job is not null;
    }

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Folder);
        else
            Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private bool TryWrite(JobRecord record, bool replace)
    {
        var target = Path.Combine(Folder, record.Id + Extension);
        // Never the same name twice: a trim that looks at a file just renamed must not delete its successor.
        var temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        File.WriteAllText(temporary, JsonSerializer.Serialize(record, EngineJson.Options));
        try
        {
            File.Move(temporary, target, replace);
            return true;
        }
        catch (IOException) when (!replace && File.Exists(target))
        {
            File.Delete(temporary);
            return false;
        }
    }

    private void Trim()
    {
        // A temporary file this old is what a killed process left between its write and its rename.
        var abandoned = clock.GetUtcNow() - TimeSpan.FromDays(1);
        foreach (var file in Files("*.tmp").Where(file => File.GetLastWriteTimeUtc(file) < abandoned.UtcDateTime))
            File.Delete(file);
        if (Files('*' + Extension).Length < Retention)
            return;
        var ended = Read().Jobs.Where(job => job.State != JobState.Running).OrderByDescending(job => job.EndedUtc ?? job.UpdatedUtc);
        foreach (var job in ended.Skip(Retention - 1))
            File.Delete(Path.Combine(Folder, job.Id + Extension));
    }

    private string[] Files(string pattern) => Directory.Exists(Folder) ? Directory.GetFiles(Folder, pattern) : [];
}
