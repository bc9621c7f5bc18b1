using Tao.Graph;

namespace Tao.Engine.Pretrained;

/// <summary>A parameter whose tensor in the file has another shape.</summary>
/// <param name="InHead">The parameter belongs to the task's head, which is expected to differ.</param>
public sealed record ShapeMismatch(string Name, string SourceName, TensorShape Expected, TensorShape Found, bool InHead)
{
    /// <summary>True when the file's tensor could be a pruned one: as many axes, none longer.</summary>
    public bool LooksPruned => Expected.Rank == Found.Rank && Expected.Sizes.Zip(Found.Sizes).All(pair => pair.Second <= pair.First);
}
