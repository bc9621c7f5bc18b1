namespace Tao.Engine.Cache;

/// <summary>A store gives something else than was stored.</summary>
internal sealed class WrongContentException : Exception;
