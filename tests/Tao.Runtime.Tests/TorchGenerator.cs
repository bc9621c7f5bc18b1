namespace Tao.Runtime.Tests;

/// <summary>Test classes that draw from torch's one random generator; they must not run beside each other.</summary>
internal static class TorchGenerator
{
    public const string Name = "torch's generator";
}
