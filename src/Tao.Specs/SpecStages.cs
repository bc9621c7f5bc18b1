namespace Tao.Specs;

/// <summary>The stages whose result depends on a field; a change of the field runs these again, and no others.</summary>
[Flags]
public enum SpecStages
{
    None = 0,
    Dataset = 1,
    Train = 2,
    Evaluate = 4,
    Prune = 8,
    Export = 16,
    Calibrate = 32,
    Inference = 64,
}
