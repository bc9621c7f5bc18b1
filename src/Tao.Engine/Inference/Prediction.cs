using Tao.Data.Classification;
using Tao.Objectives;

namespace Tao.Engine.Inference;

/// <summary>What a model says of one image.</summary>
internal sealed record Prediction(ImageSample Sample, Answer Answer);
