namespace Tao.Data.Classification;

/// <summary>What happens to a file that cannot be used. Either way it is reported.</summary>
public enum FaultPolicy
{
    /// <summary>A warning; the file is left out.</summary>
    Skip,

    /// <summary>An error; the dataset is refused.</summary>
    Refuse,
}
