namespace Tao.Engine.Pretrained.Pickle;

/// <summary>A name that a pickle refers to (<c>collections.OrderedDict</c>). Only a name: nothing is ever looked up or run.</summary>
internal sealed record PickleGlobal(string Module, string Name)
{
    public override string ToString() => $"{Module}.{Name}";
}
