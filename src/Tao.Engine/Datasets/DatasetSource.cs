using Tao.Data.Classification;
using Tao.Engine.Stages;

namespace Tao.Engine.Datasets;

/// <summary>Gives a stage its data: from the build's <c>dataset.json</c>, or by looking at the folders when it runs by itself.</summary>
internal sealed class DatasetSource(StageContext context)
{
    private ProjectDataset? _file;

    public ProjectDataset Get(CancellationToken cancellation, params IReadOnlyCollection<SplitRole> roles) =>
        _file ??= Watched(roles, context.HasInput("dataset")
            ? context.Foreseen?.DatasetAt(context.Input("dataset")) ?? ProjectDataset.Load(context.InputFile("dataset"), context.Request.ProjectDirectory)
            : DatasetScan.Run(context, roles, cancellation));

    /// <summary>The set to evaluate on: the test set, else the validation set.</summary>
    public ImageDataset Evaluation(CancellationToken cancellation)
    {
        var roles = context.Network.Dataset.Test.Path.Length > 0 || context.Option(DatasetScan.OptionOf(SplitRole.Test), "").Length > 0
            ? new[] { SplitRole.Test }
            : [SplitRole.Validation];
        var file = Get(cancellation, roles);
        var images = file.Find(SplitRole.Test) ?? file.Find(SplitRole.Validation) ?? throw StageContext.Error(
            EngineCodes.BadRequest, "There is no test set and no validation set.", $"Set {context.Network.Dataset.Test.Field ?? context.Network.Dataset.Validation.Field}.");
        context.Read.Add(images);
        return images;
    }

    private ProjectDataset Watched(IReadOnlyCollection<SplitRole> roles, ProjectDataset dataset)
    {
        foreach (var split in dataset.Splits.Where(split => roles.Contains(split.Key)))
            context.Read.Add(split.Value);
        return dataset;
    }
}
