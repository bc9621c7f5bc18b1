namespace Tao.Specs.Common;

[SpecMessage("EarlyStopping", Doc = "Stops training when the monitored loss has not improved for a number of epochs (Keras' rule).")]
public sealed record EarlyStopping
{
    [SpecField("monitor", Number = 1, Values = ["loss", "validation_loss", "val_loss"], ZeroIsDefault = true, Doc = "The loss to watch; val_loss is validation_loss.")]
    public string Monitor { get; init; } = "loss";

    [SpecField("min_delta", Number = 2, Min = 0, Doc = "The smallest decrease that counts as an improvement.")]
    public float MinDelta { get; init; }

    [SpecField("patience", Number = 3, Min = 1, Required = true, Doc = "Epochs without improvement until training stops.")]
    public uint Patience { get; init; }
}
