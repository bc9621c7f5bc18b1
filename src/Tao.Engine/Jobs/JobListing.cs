using System.Collections.Immutable;

namespace Tao.Engine.Jobs;

/// <param name="Jobs">Newest first.</param>
/// <param name="Unreadable">Files of the registry that hold no job.</param>
public sealed record JobListing(ImmutableArray<JobRecord> Jobs, ImmutableArray<string> Unreadable);
