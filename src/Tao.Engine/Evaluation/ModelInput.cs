using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Engine.Artifacts;
using Tao.Engine.Stages;

namespace Tao.Engine.Evaluation;

/// <summary>How a saved model wants its images.</summary>
internal static class ModelInput
{
    public static ImagePreprocessing Preprocessing(ModelArtifact artifact, string path) => artifact.PreprocessingJson is { } json
        ? ImagePreprocessing.FromJson(json)
        : throw StageContext.Error(
            EngineCodes.ModelWithoutInput, $"The model '{path}' does not say how its images are prepared.", "Use a model that a training stage of this SDK made.");

    /// <summary>Images in the dataset's order, without augmentation.</summary>
    public static BatchLoader Loader(ImageDataset dataset, ImagePreprocessing preprocessing, int batchSize, int workers) => new(
        dataset,
        preprocessing,
        null,
        new BatchLoaderOptions { BatchSize = batchSize, Workers = workers > 0 ? workers : Environment.ProcessorCount, CacheBytes = 0 });

    /// <summary>The data with its labels counted as the model counts them. It may lack classes, but have none that the model does not know.</summary>
    public static ImageDataset Aligned(ImageDataset dataset, ModelArtifact artifact, string path) =>
        dataset.WithLabelSets(artifact.LabelSets) ?? throw StageContext.Error(
            EngineCodes.ClassesDiffer,
            $"The model '{path}' knows {Text(artifact.LabelSets)}; '{dataset.Root}' has {Text(dataset.LabelSets)}.",
            "Evaluate on data with the model's classes.");

    /// <summary>For messages: <c>2 classes (cat, dog)</c>.</summary>
    public static string Text(IEnumerable<LabelSet> labelSets) => string.Join(" and ", labelSets.Select(set =>
        $"{set.Classes.Length} classes{(set.Name.Length == 0 ? "" : $" of {set.Name}")} ({string.Join(", ", set.Classes)})"));
}
