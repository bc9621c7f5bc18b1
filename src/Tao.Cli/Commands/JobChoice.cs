using Tao.Cli.Parsing;
using Tao.Engine.Jobs;
using Tao.Specs;

namespace Tao.Cli.Commands;

/// <summary>Finds the job that an id on the command line means.</summary>
internal static class JobChoice
{
    /// <param name="id">The first letters are enough.</param>
    /// <returns>Null when it is no job's, or several'; then the bag says so.</returns>
    public static JobRecord? Find(IReadOnlyCollection<JobRecord> jobs, string id, DiagnosticBag bag)
    {
        var matches = jobs.Where(job => job.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (matches.Length == 1)
            return matches[0];
        if (matches.Length > 1)
            bag.Error(CliCodes.NoSuchJob, $"'{id}' could be {string.Join(" or ", matches.Select(job => job.Id))}.", "Write more of the id.");
        else
            bag.Error(CliCodes.NoSuchJob, $"There is no job '{id}'.", NearestName.Of(id, jobs.Select(job => job.Id)) is { } near ? $"Did you mean '{near}'?" : "'tao list' shows them.");
        return null;
    }
}
