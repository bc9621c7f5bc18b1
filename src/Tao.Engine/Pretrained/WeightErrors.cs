using Tao.Specs;

namespace Tao.Engine.Pretrained;

/// <summary>The codes of everything that can be wrong with weights and model files.</summary>
internal static class WeightErrors
{
    public const string NotFound = "TAO3001";
    public const string UnknownFormat = "TAO3002";
    public const string Damaged = "TAO3003";
    public const string Refused = "TAO3004";
    public const string DoesNotFit = "TAO3005";
    public const string ArtifactDamaged = "TAO3006";
    public const string ArtifactTooNew = "TAO3007";
    public const string KeyMissing = "TAO3008";
    public const string KeyWrong = "TAO3009";
    public const string PartlyLoaded = "TAO3010";

    public static TaoException Error(string code, string path, string message, string remedy) =>
        new([new Diagnostic(code, DiagnosticSeverity.Error, $"{path}: {message}", remedy, null)]);
}
