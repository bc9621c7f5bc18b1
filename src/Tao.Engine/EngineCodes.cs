namespace Tao.Engine;

/// <summary>Codes of the diagnostics that the engine raises itself.</summary>
internal static class EngineCodes
{
    public const string LossNotFinite = "TAO3101";
    public const string ModelMissing = "TAO3102";
    public const string ClassesDiffer = "TAO3103";
    public const string NothingToPrune = "TAO3104";
    public const string NothingToResume = "TAO3105";
    public const string NoImages = "TAO3106";
    public const string QatWithoutModel = "TAO3108";
    public const string QatModelTrainedInFloat = "TAO3109";
    public const string QatModelPruned = "TAO3110";
    public const string InputChanged = "TAO3111";
    public const string ExportDiffers = "TAO4001";
    public const string NoCalibrationImages = "TAO4002";
    public const string ModelWithoutInput = "TAO4003";
    public const string UnknownFloatLayer = "TAO4004";
    public const string BudgetNotMet = "TAO4005";
    public const string GateFailed = "TAO4101";
    public const string GateMetricMissing = "TAO4102";
    public const string GateMisconfigured = "TAO4103";
    public const string BaselineMissing = "TAO4104";
    public const string BadRequest = "TAO5001";
    public const string BadOption = "TAO5004";
    public const string OutputBusy = "TAO5002";
    public const string DeviceBusy = "TAO5009";
    public const string UnknownNetwork = "TAO5003";
    public const string CacheSettings = "TAO5301";
    public const string CacheUnavailable = "TAO5302";
    public const string CacheDamaged = "TAO5303";
    public const string CacheBusy = "TAO5304";
    public const string DeviceMissing = "TAO6002";
}
