using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Engine.Artifacts;
using Tao.Engine.Stages;

namespace Tao.Engine.Evaluation;

/// <summary>How a saved model wants its images.</summary>
internal static class ClassifierInput
{
    public static ImagePreprocessing Preprocessing(ModelArtifact artifact, string path) => artifact.PreprocessingJson is { } json
        ? ImagePreprocessing.FromJson(json)
        : throw StageContext.Error(
            EngineCodes.ModelWithoutInput, $"The model '{path}' does not say how its images are prepared.", "Use a model that a training stage of this SDK made.");

    /// <summary>Images in the dataset's order, without augmentation.</summary>
    public static BatchLoader Loader(FolderDataset dataset, ImagePreprocessing preprocessing, int batchSize, int workers) => new(
        dataset,
        preprocessing,
        null,
        new BatchLoaderOptions { BatchSize = batchSize, Workers = workers > 0 ? workers : Environment.ProcessorCount, CacheBytes = 0 });

    /// <summary>Data must have the classes that the model knows, in its order.</summary>
    public static void RequireSameClasses(ModelArtifact artifact, FolderDataset dataset, string path)
    {
        if (artifact.Labels.SequenceEqual(dataset.Classes))
            return;
        throw StageContext.Error(
            EngineCodes.ClassesDiffer,
            $"The model '{path}' knows {artifact.Labels.Length} classes ({string.Join(", ", artifact.Labels)}); '{dataset.Root}' has {dataset.Classes.Length} ({string.Join(", ", dataset.Classes)}).",
            "Evaluate on data with the model's classes; a class map fixes their order.");
    }
}
