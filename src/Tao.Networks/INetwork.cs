using Tao.Specs;

namespace Tao.Networks;

/// <summary>
/// A network of the catalogue: a typed spec and pure functions of it. It sees no data, files or devices; the engine runs what
/// these functions describe.
/// </summary>
public interface INetwork
{
    /// <summary>The name on the command line and in <c>TaoNetwork</c>.</summary>
    string Name { get; }

    /// <summary>What its data are.</summary>
    DatasetFormat Format { get; }

    /// <summary>The record type of the spec.</summary>
    Type SpecType { get; }

    /// <summary>Binds and validates for the stages to run; every problem goes into the bag, and the result is usable only without errors.</summary>
    BoundNetwork Bind(SpecBlock root, SpecStages stages, DiagnosticBag diagnostics);
}
