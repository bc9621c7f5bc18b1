using Tao.Specs;

namespace Tao.Networks.Backbones;

/// <summary>A network that stands on a backbone of the catalogue, which its spec names.</summary>
/// <param name="bind">Makes the network from its spec, which may have mistakes.</param>
/// <param name="sizeField">The spec's field with the size of the input.</param>
public abstract class BackboneNetwork<TSpec>(
    string name, DatasetFormat format, Func<BoundSpec<TSpec>, BoundNetwork> bind, string sizeField = "model_config.input_image_size") : INetwork
    where TSpec : class, new()
{
    public string Name => name;

    public DatasetFormat Format => format;

    public Type SpecType => typeof(TSpec);

    public BoundNetwork Bind(SpecBlock root, SpecStages stages, DiagnosticBag diagnostics)
    {
        var network = bind(SpecBinder.Bind<TSpec>(root, diagnostics, stages));
        BackboneChecks.Run(network, sizeField, diagnostics);
        return network;
    }
}
