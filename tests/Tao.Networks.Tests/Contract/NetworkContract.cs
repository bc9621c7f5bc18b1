namespace Tao.Networks.Tests.Contract;

/// <summary>Contract tests train, and dropout draws from torch's one random generator; they must not run beside each other.</summary>
internal static class NetworkContract
{
    public const string Collection = "network contract";
}
