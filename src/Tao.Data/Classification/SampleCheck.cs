namespace Tao.Data.Classification;

/// <summary>What opening one file showed.</summary>
internal sealed record SampleCheck(ImageSample Sample, bool IsUsable, SampleProblem? Problem);
