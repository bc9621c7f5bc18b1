namespace Tao.Cli;

/// <summary>The codes of what can be wrong with a command line or with running it; TAO52xx, and TAO6001 of the set-up.</summary>
internal static class CliCodes
{
    public const string UnknownCommand = "TAO5201";
    public const string UnknownFlag = "TAO5202";
    public const string MissingFlag = "TAO5203";
    public const string BadFlagValue = "TAO5204";
    public const string BadRequest = "TAO5205";
    public const string NoEffect = "TAO5206";
    public const string FileNotFound = "TAO5207";
    public const string NoSuchJob = "TAO5208";
    public const string CannotStop = "TAO5209";
    public const string DevicesRefused = "TAO5210";
    public const string EngineDied = "TAO5211";
    public const string RegistryUnavailable = "TAO5212";
    public const string CannotWrite = "TAO5213";
    public const string StrayArgument = "TAO5214";
    public const string MissingCommand = "TAO5215";
    public const string MissingArtifact = "TAO5216";
    public const string NoSuchCode = "TAO5220";
    public const string NativeLibraryMissing = "TAO6001";
    public const string InternalError = "TAO5299";
}
