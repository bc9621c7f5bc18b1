namespace Tao.Engine.Pretrained.PyTorch;

/// <summary>A run of numbers that tensors look into. The data lies elsewhere in the file, under <see cref="Key"/>.</summary>
/// <param name="Key">Name of the data: a zip entry, or a key of the legacy format.</param>
/// <param name="Offset">First element of this storage within the data; not 0 only for storage views of the legacy format.</param>
/// <param name="Count">Number of elements.</param>
internal sealed record TorchStorage(string Key, ElementFormat Format, long Offset, long Count);
