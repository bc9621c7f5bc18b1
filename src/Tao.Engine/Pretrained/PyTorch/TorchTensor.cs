namespace Tao.Engine.Pretrained.PyTorch;

/// <summary>A tensor as a state dict describes it: a strided view into a storage. Offset and strides count elements.</summary>
internal sealed record TorchTensor(TorchStorage Storage, long Offset, long[] Shape, long[] Strides);
