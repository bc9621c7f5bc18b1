namespace Tao.Engine.Pretrained.PyTorch;

/// <summary>Gives a storage's bytes: exactly its count of elements.</summary>
internal delegate ReadOnlyMemory<byte> StorageReader(TorchStorage storage);
