using static TorchSharp.torch;

namespace TorchSharp.Tests.Contract;

/// <summary>
/// Call forms that TorchSharp accepts too: that this file compiles is the contract. Each group also runs once, in <see cref="CallFormsTests"/>.
/// </summary>
internal static class TensorForms
{
    internal static void Creation()
    {
        float[] numbers = [1, 2, 3, 4, 5, 6];
        byte[] raw = [1, 2, 3, 4];
        _ = tensor(numbers);
        _ = tensor(numbers, 2, 3);
        _ = tensor(numbers, new long[] { 2, 3 });
        _ = tensor(new long[] { 1, 2 });
        _ = tensor(1.5f);
        _ = tensor(3L);
        _ = tensor(raw, new long[] { 2, 2 });
        _ = torch.zeros(2, 3);
        _ = torch.zeros(new long[] { 2, 3 }, dtype: ScalarType.Float32, device: torch.CPU);
        _ = torch.ones(4);
        _ = torch.full(new long[] { 2 }, 0.5f);
        _ = torch.empty(2, 3);
        _ = torch.arange(10);
        _ = torch.arange(0, 10, 2, ScalarType.Float32);
        _ = torch.linspace(0, 1, 5);
        _ = torch.rand(2, 3);
        _ = torch.randn(new long[] { 2, 3 }, device: torch.CPU);
        _ = torch.randint(0, 10, new long[] { 4 }, ScalarType.Int64);
        _ = torch.randperm(10);
        _ = torch.eye(3);
        using var like = torch.rand(5);
        _ = torch.zeros_like(like);
        _ = torch.ones_like(like);
        _ = torch.full_like(like, 1.0f);
        _ = torch.empty_like(like);
        _ = torch.rand_like(like);
        _ = torch.randn_like(like);
        _ = torch.from_array(new float[2, 3]);
        _ = torch.frombuffer(raw, ScalarType.Byte);
        _ = torch.hann_window(400);
        _ = torch.normal(0.0, 1.0, new long[] { 3 });
        _ = torch.multinomial(torch.rand(5), 2);
        _ = torch.bernoulli(torch.rand(5));
        Device place = torch.device("cpu");
        place = torch.device(DeviceType.CUDA, 0);
        place = torch.CPU;
        ScalarType type = torch.float32;
        type = torch.bfloat16;
        type = torch.int64;
        Assert.Equal((DeviceType.CPU, ScalarType.Int64), (place.type, type));
    }

    internal static void Reading()
    {
        using var one = tensor(1.5f);
        Assert.Equal(1.5f, one.ToSingle());
        Assert.Equal(1.5, one.ToDouble());
        Assert.Equal(1, one.ToInt64());
        Assert.Equal(1.5f, one.item<float>());
        Assert.Equal([1.5f], one.data<float>().ToArray());
        Span<byte> raw = one.bytes;
        Assert.Equal(4, raw.Length);
        Assert.True(one.ToBoolean());
        Assert.NotEqual(IntPtr.Zero, one.Handle);
    }

    internal static void Conversion(Tensor x, Tensor y)
    {
        long[] shape = x.shape;
        Assert.Equal(shape.Length, x.dim());
        Assert.Equal(x.size(0) * x.stride()[0], x.numel());
        Assert.True(x.is_contiguous());
        _ = x.to(ScalarType.Float32);
        _ = x.to(torch.CPU);
        _ = x.to(DeviceType.CPU);
        _ = x.to(y);
        _ = x.type(ScalarType.Float32);
        _ = x.cpu();
        _ = x.@float();
        _ = x.@double();
        _ = x.@int();
        _ = x.@long();
        _ = x.@bool();
        _ = x.@byte();
        _ = x.contiguous();
        _ = x.alias();
        var z = x.clone();
        z.copy_(y);
        z.fill_(0f);
        z.zero_();
        z.requires_grad_(true);
        z.requires_grad = false;
        _ = z.detach();
        z.set_(y.clone());
    }

    internal static void Arithmetic(Tensor x, Tensor y)
    {
        _ = x + y - x * y / (x + 1) + (1 - x) * 2.0f / 3.0 + 2.0 * -x;
        Tensor mask = x > y;
        mask = x >= 0.5f;
        mask = x < 1;
        mask = x == y;
        mask = x != y;
        mask = x.eq(y) | x.gt(0.5) & ~mask;
        var z = x.add(y).add(y, 0.5);
        z.add_(y);
        z.add_(y, alpha: -0.1);
        z.mul_(0.9);
        z.sub_(y);
        z.div_(2.0);
        _ = z.pow(2).exp().log().sqrt().rsqrt().abs().clamp(0, 1);
        z.clamp_(0, 1);
        _ = z.clamp_min(0).maximum(y).minimum(y);
        _ = torch.maximum(x, y) + torch.minimum(x, y);
        _ = x.sigmoid().tanh().relu().softmax(1).log_softmax(1).round().floor();
        _ = x.lerp(y, 0.5).addcmul(y, y, 1).addcdiv(y, y + 1, 1).atan2(y).erf().nan_to_num();
        mask = x.isnan() | x.isfinite();
        _ = torch.where(mask, x, y).masked_fill(mask, 0f);
        z.masked_fill_(mask, 0f);
        _ = x.masked_select(mask);
    }

    internal static void Reductions(Tensor x)
    {
        _ = x.sum() + x.mean() + x.max() + x.std() + x.norm();
        _ = x.sum(1) + x.sum(1, true).squeeze(1) + x.mean(new long[] { 1 }, false) + x.amax(1) + x.std(1) + x.var(1) + x.logsumexp(1);
        _ = x.sum(new long[] { 0, 1 }, true);
        var (values, indices) = x.max(1);
        (values, indices) = x.min(1, true);
        _ = x.argmax(1).add(x.argmin(1, true).squeeze(1));
        _ = x.cumsum(1);
        _ = x.gt(0).all();
        _ = x.gt(0).any(1);
        (values, indices) = x.sort(1, true);
        (values, indices) = x.topk(2, 1);
        indices = x.argsort(1, true);
        (values, indices) = x.kthvalue(1, 0);
        _ = x.median();
        _ = indices.bincount(null);
        _ = x.unique().output;
    }

    internal static void Shapes(Tensor x, Tensor y)
    {
        _ = x.view(-1, 3).reshape(2, -1).flatten(1).unsqueeze(0).squeeze(0).squeeze();
        _ = x.view(new long[] { 3, 2 }).permute(1, 0).transpose(0, 1).t().expand(2, 3).expand_as(y);
        _ = x.repeat(1, 2).repeat_interleave(2, 0).flip(0).roll(1, 0).narrow(0, 0, 1).select(0, 0);
        var parts = x.split(2, 1);
        parts = x.split(new long[] { 1, 2 }, 1);
        parts = x.chunk(2, 1);
        parts = x.unbind(0);
        Assert.Equal(2, parts.Length);
        _ = x.unfold(0, 2, 1);
        _ = x.diag();
        _ = x.tril() + x.triu(1);
        _ = torch.cat(new List<Tensor> { x, y }, 1);
        _ = torch.stack(new List<Tensor> { x, y }, 0);
        _ = x.matmul(y.t()).mm(x).unsqueeze(0).bmm(y.t().unsqueeze(0));
        _ = torch.einsum("ij,kj->ik", x, y);
        _ = torch.cdist(x, y);
        _ = torch.meshgrid(new[] { x[0], y[0] }, "ij");
    }

    internal static void Indexing(Tensor x, Tensor y, Tensor index)
    {
        var places = index.unsqueeze(1);
        _ = x.gather(1, places) + x.scatter(1, places, y).scatter_add(1, places, y)[TensorIndex.Colon, TensorIndex.Slice(0, 1)];
        var z = x.clone();
        z.scatter_(1, places, y);
        z.index_add_(0, index, y, 1);
        z.index_copy_(0, index, y);
        _ = z.index_select(0, index).take(index).take_along_dim(index, 0);
        var found = z.nonzero();
        Assert.Equal(2, z.nonzero_as_list().Count);
        Tensor mask = x > 1;
        _ = x[0];
        _ = x[0, 1];
        _ = x[index];
        _ = x[mask];
        _ = x[TensorIndex.Ellipsis, TensorIndex.Slice(1, 3)];
        _ = x[TensorIndex.Colon, TensorIndex.Single(0)];
        _ = x[.., 1..];
        _ = x[TensorIndex.Null, TensorIndex.Colon];
        _ = x[TensorIndex.Colon, TensorIndex.Tensor(index)];
        z[0] = y[0];
        z[mask] = y[0, 0];
        z[TensorIndex.Colon, TensorIndex.Slice(0, 2)] = y[TensorIndex.Colon, TensorIndex.Slice(0, 2)];
        z.index_put_(y[TensorIndex.Colon, TensorIndex.Single(0)], TensorIndex.Colon, TensorIndex.Single(0));
    }
}
