using System.Reflection;

namespace Tao.Engine;

/// <summary>The engine's version; part of every fingerprint, because another engine may make other bytes.</summary>
public static class EngineVersion
{
    public static string Current { get; } = typeof(EngineVersion).Assembly.GetName().Version!.ToString(3);
}
