using System.Collections.Immutable;
using Tao.Graph;
using Tao.Objectives;
using Tao.Specs;
using Tao.Specs.Binding;
using Tao.Specs.Diagnostics;
using Tao.Specs.Syntax;

namespace Tao.Networks;

/// <summary>
/// A network of the catalogue: a typed spec and pure functions of it. It sees no data, files or devices; the engine runs what
/// these functions describe.
/// </summary>
public interface INetwork
{
    /// <summary>The name on the command line and in <c>TaoNetwork</c>.</summary>
    string Name { get; }

    Type SpecType { get; }

    /// <summary>Binds and validates; every problem goes into the bag.</summary>
    BoundNetwork Bind(SpecNode root, DiagnosticBag diagnostics);
}
