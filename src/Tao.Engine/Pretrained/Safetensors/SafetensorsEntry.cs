namespace Tao.Engine.Pretrained.Safetensors;

/// <summary>One tensor of a safetensors header. The offsets count from the end of the header.</summary>
internal sealed record SafetensorsEntry(string Name, ElementFormat Format, long[] Shape, long Begin, long End);
