namespace Tao.Engine.Pretrained;

/// <summary>A parameter that the file has no tensor for.</summary>
/// <param name="InHead">The parameter belongs to the task's head, which is expected to differ.</param>
public sealed record MissingParameter(string Name, bool InHead);
