namespace Tao.Engine.Pretrained;

/// <summary>A parameter and the tensor of the file that gave its value.</summary>
/// <param name="InHead">The parameter belongs to the task's head.</param>
public sealed record MatchedParameter(string Name, string SourceName, bool InHead);
