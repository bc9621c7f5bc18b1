using Tao.Data.Loading;
using Tao.Engine.IO;
using Tao.Graph;
using Tao.Imaging;
using Tao.Networks;
using Tao.Objectives;
using Tao.Onnx;
using Tao.Runtime;
using Tao.Specs;
using TorchSharp;

namespace Tao.Engine.Cache;

/// <summary>
/// Tells one build of the engine from another of the same version. A released version is built once; while the engine is being developed, a shared
/// result must not outlive the code that made it.
/// </summary>
internal static class EngineBuild
{
    /// <summary>Hash of the assemblies' module version ids, which a deterministic compiler computes from the content.</summary>
    public static string Id { get; } = ContentHash.OfText(string.Join('\n', new[]
    {
        typeof(EngineBuild), typeof(BatchLoader), typeof(NetworkGraph), typeof(ImageCodec), typeof(NetworkCatalog), typeof(IObjective),
        typeof(OnnxExporter), typeof(GraphModule), typeof(SpecReader), typeof(torch),
    }.Select(type => type.Module.ModuleVersionId)));
}
