using Tao.Data.Classification;
using Tao.Specs;

namespace Tao.Engine.Datasets;

/// <summary>Finds and reads one split of a project's data, in the form that the network takes.</summary>
internal interface ISplitReader
{
    /// <param name="role">The split.</param>
    /// <param name="train">The training split, when that was read before.</param>
    /// <param name="diagnostics">Receives everything that is wrong.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>Null when there is no such split; that is reported where it is an error.</returns>
    ImageDataset? Read(SplitRole role, ImageDataset? train, DiagnosticBag diagnostics, CancellationToken cancellation);
}
