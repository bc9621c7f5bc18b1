using Tao.Data;
using Tao.Data.Classification;
using Tao.Engine.Stages;
using Tao.Networks;
using Tao.Specs;

namespace Tao.Engine.Datasets;

/// <summary>A classifier's images: each split is one path, a folder for each class or a table of labels.</summary>
internal sealed class PathSplitReader : ISplitReader
{
    private readonly StageContext _context;
    private readonly Func<string, ImageDataset?, DiagnosticBag, CancellationToken, ImageDataset> _scan;

    public PathSplitReader(StageContext context, FaultPolicy policy, DiagnosticBag diagnostics)
    {
        _context = context;
        if (context.Network.Dataset is { Format: DatasetFormat.LabelTable, Images: { } images })
        {
            string folder = context.ResolvePath(context.Option("image_directory_path", images.Path));
            _scan = (path, train, bag, cancellation) => LabelTableScanner.Scan(path, folder, train?.LabelSets, policy, bag, cancellation);
            return;
        }
        var classMap = context.HasInput("classmap") ? ClassMap.Read(context.Input("classmap"), diagnostics) : null;
        _scan = (path, _, bag, cancellation) => FolderDatasetScanner.Scan(path, classMap, policy, bag, cancellation);
    }

    public ImageDataset? Read(SplitRole role, ImageDataset? train, DiagnosticBag diagnostics, CancellationToken cancellation) =>
        PathOf(role, diagnostics) is { } path ? _scan(path, train, diagnostics, cancellation) : null;

    private string? PathOf(SplitRole role, DiagnosticBag diagnostics)
    {
        var dataset = _context.Network.Dataset;
        var plan = dataset.Split(role);
        string option = DatasetScan.OptionOf(role), path = _context.Option(option, plan.Path);
        if (path.Length == 0)
        {
            if (role != SplitRole.Test)
                DatasetScan.ReportMissing(_context, role, diagnostics);
            return null;
        }
        string full = _context.ResolvePath(path);
        var place = plan.Field is { } field ? _context.Network.LocationOf(field) : null;
        bool exists = dataset.Format == DatasetFormat.LabelTable ? File.Exists(full) : Directory.Exists(full);
        if (exists || _context.Option(option, "").Length > 0 || place is null)
            return full;
        var (what, remedy) = dataset.Format == DatasetFormat.LabelTable
            ? ("label table", "Correct the path; it names a CSV file.")
            : ("dataset folder", "Correct the path; it names a folder that holds one folder for each class.");
        diagnostics.Error(DataCodes.FolderMissing, $"The {what} '{full}' does not exist.", remedy, place);
        return null;
    }
}
