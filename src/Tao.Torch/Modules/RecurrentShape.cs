namespace TorchSharp.Modules;

/// <summary>The settings of a recurrent layer.</summary>
internal sealed record RecurrentShape(long Input, long Hidden, long Layers, bool Bias, bool BatchFirst, double Dropout)
{
    internal bool Bidirectional { get; init; }

    internal long Directions => Bidirectional ? 2 : 1;
}
