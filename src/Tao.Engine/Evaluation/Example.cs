namespace Tao.Engine.Evaluation;

/// <summary>An image that an evaluation got right or wrong, for people to look at.</summary>
/// <param name="Image">Its path below the data set's root.</param>
/// <param name="Fit">How well the answer fits: 0 not at all, 1 wholly.</param>
/// <param name="Truth">The labels in words; for boxes how many there are.</param>
/// <param name="Answer">What the model says.</param>
/// <param name="Picture">A small JPEG as a data URI; truth is drawn in white, what the model found in colours.</param>
internal sealed record Example(string Image, double Fit, string Truth, string Answer, string Picture);
