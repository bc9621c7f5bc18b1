using Tao.Data.Classification;
using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Engine.Datasets;

/// <summary>Images without labels that a request names: one file, or a folder.</summary>
internal static class LooseImages
{
    /// <summary>Files that cannot be read are reported and left out.</summary>
    public static ImageDataset Find(StageContext context, string role, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var images = ImageFolderScanner.Scan(context.Input(role), FaultPolicy.Skip, diagnostics, cancellation);
        diagnostics.ThrowIfErrors();
        foreach (var finding in diagnostics.Items)
            context.Report(finding);
        return images;
    }
}
