using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Joined along a dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Call.Join(&tao_cat, tensors, dim);

    /// <summary>Joined along a dimension.</summary>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Call.Join(&tao_cat, tensors, dim);

    /// <summary>Joined along a dimension.</summary>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Joined along a dimension.</summary>
    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    /// <summary>Joined along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Call.Join(&tao_stack, tensors as IList<Tensor> ?? [.. tensors], dim);

    /// <summary>Joined side by side.</summary>
    public static Tensor hstack(IList<Tensor> tensors) => Call.Join(&tao_hstack, tensors);

    /// <summary>Joined on top of each other.</summary>
    public static Tensor vstack(IList<Tensor> tensors) => Call.Join(&tao_vstack, tensors);

    /// <summary>Joined behind each other.</summary>
    public static Tensor dstack(IList<Tensor> tensors) => Call.Join(&tao_dstack, tensors);

    /// <summary>All combinations of the elements of vectors, one per row.</summary>
    public static Tensor cartesian_prod(params Tensor[] tensors) => Call.Join(&tao_cartesian_prod, tensors);

    /// <summary>All stretched to their common shape.</summary>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors)
    {
        var raw = Call.RawOf(tensors);
        var results = new nint[raw.Length];
        int produced, status;
        fixed (nint* handles = raw, targets = results) status = tao_broadcast_tensors(handles, raw.Length, targets, &produced);
        GC.KeepAlive(tensors);
        Call.Check(status);
        return Call.WrapAll(results.AsSpan(0, produced));
    }

    /// <summary>Coordinate grids of the given axes; indexing is <c>ij</c> (rows first) or <c>xy</c>.</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij")
    {
        if (indexing is not ("ij" or "xy")) throw new ArgumentException($"indexing is ij or xy, not '{indexing}'.");
        var list = tensors.ToArray();
        var raw = Call.RawOf(list);
        var results = new nint[raw.Length];
        int produced, status;
        fixed (nint* handles = raw, targets = results) status = tao_meshgrid(handles, raw.Length, indexing == "xy" ? 1 : 0, targets, &produced);
        GC.KeepAlive(list);
        Call.Check(status);
        return Call.WrapAll(results.AsSpan(0, produced));
    }

    /// <summary>Pieces of the given sizes.</summary>
    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) => tensor.split(split_size_or_sections, dim);

    /// <summary>That many pieces.</summary>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);

    /// <summary>That many pieces, as even as can be.</summary>
    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0) => input.tensor_split(indices_or_sections, dim);

    /// <summary>The slices along a dimension.</summary>
    public static Tensor[] unbind(Tensor input, long dim = 0) => input.unbind(dim);

    /// <summary>In another shape.</summary>
    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);

    /// <summary>Dimensions start to end as one.</summary>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => input.flatten(start_dim, end_dim);

    /// <summary>One dimension as several.</summary>
    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => input.unflatten(dim, sizes);

    /// <summary>Without dimensions of length 1.</summary>
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    /// <summary>With a new dimension of length 1.</summary>
    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);

    /// <summary>Dimensions in another order.</summary>
    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);

    /// <summary>Two dimensions exchanged.</summary>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    /// <summary>Dimensions moved to other places.</summary>
    public static Tensor movedim(Tensor input, long[] source, long[] destination) => input.movedim(source, destination);

    /// <summary>Reversed along dimensions.</summary>
    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);

    /// <summary>Moved round.</summary>
    public static Tensor roll(Tensor input, long shifts, long? dims = null) => input.roll(shifts, dims);

    /// <summary>Moved round.</summary>
    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => input.roll(shifts, dims);

    /// <summary>Turned by quarter turns.</summary>
    public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => input.rot90(k, dims);

    /// <summary>Repeated along each dimension.</summary>
    public static Tensor tile(Tensor input, long[] dims) => input.tile(dims);

    /// <summary>Each element repeated.</summary>
    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) => input.repeat_interleave(repeats, dim, output_size);

    /// <summary>Each element repeated its own number of times.</summary>
    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) => input.repeat_interleave(repeats, dim, output_size);

    /// <summary>Stretched to a shape.</summary>
    public static Tensor broadcast_to(Tensor input, params long[] shape) => input.broadcast_to(shape);

    /// <summary>A matrix with this diagonal, or a matrix' diagonal.</summary>
    public static Tensor diag(Tensor input, long diagonal = 0) => input.diag(diagonal);

    /// <summary>Matrices with this diagonal.</summary>
    public static Tensor diag_embed(Tensor input, long offset = 0, long dim1 = -2, long dim2 = -1) => input.diag_embed(offset, dim1, dim2);

    /// <summary>Lower triangle.</summary>
    public static Tensor tril(Tensor input, long diagonal = 0) => input.tril(diagonal);

    /// <summary>Upper triangle.</summary>
    public static Tensor triu(Tensor input, long diagonal = 0) => input.triu(diagonal);

    /// <summary>Real and imaginary part as a last dimension.</summary>
    public static Tensor view_as_real(Tensor input) => input.view_as_real();

    /// <summary>A last dimension of length 2 as complex numbers.</summary>
    public static Tensor view_as_complex(Tensor input) => input.view_as_complex();

    /// <summary>Real part.</summary>
    public static Tensor real(Tensor input) => input.real;

    /// <summary>Imaginary part.</summary>
    public static Tensor imag(Tensor input) => input.imag;

    /// <summary>Angle of complex numbers.</summary>
    public static Tensor angle(Tensor input) => Call.Unary(&tao_angle, input);
}
