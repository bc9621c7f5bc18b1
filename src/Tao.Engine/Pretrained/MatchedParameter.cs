namespace Tao.Engine.Pretrained;

/// <summary>A parameter and the tensor of the file that gave its value.</summary>
public sealed record MatchedParameter(string Name, string SourceName);
