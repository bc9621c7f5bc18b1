namespace Tao.Graph;

/// <summary>A pure transformation of a model. The pass runner verifies what it returns.</summary>
public interface IGraphPass
{
    string Name { get; }

    Model Apply(Model model);
}
