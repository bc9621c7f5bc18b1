namespace Tao.Objectives;

/// <summary>The numbers by which an objective's models are judged.</summary>
/// <param name="ValidationLoss">Column of the training log with the validation loss.</param>
/// <param name="Epoch">Column of the training log that tells the best epoch: the larger the better, the loss decides between equals.</param>
/// <param name="Result">Metric of an evaluation, the larger the better.</param>
public sealed record KeyMetrics(string ValidationLoss, string Epoch, string Result)
{
    /// <summary>TAO's names of a classifier's.</summary>
    public static KeyMetrics Classification { get; } = new("val_loss", "val_acc", "accuracy");

    /// <summary>TAO's names of a detector's.</summary>
    public static KeyMetrics Detection { get; } = new("validation_loss", "mAP", "mAP");
}
