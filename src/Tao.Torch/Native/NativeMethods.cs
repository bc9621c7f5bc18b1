namespace TorchSharp.Native;

/// <summary>
/// The C ABI of src/native/torch, one partial file per source file there. Handles are <c>at::Tensor*</c>, 0 where a tensor is optional and absent;
/// the status is 0, or 1 with the reason in <c>tao_last_error</c>.
/// </summary>
internal static unsafe partial class NativeMethods
{
    internal const string Library = "tao_torch";
}
