using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_keras_sgd(NativeUpdateRequest* request, double lr, double momentum, int nesterov, double* penalty);

    [LibraryImport(Library)]
    internal static partial int tao_keras_adam(NativeUpdateRequest* request, double lr, double beta1, double beta2, double eps, long step, double* penalty);

    [LibraryImport(Library)]
    internal static partial int tao_keras_rmsprop(NativeUpdateRequest* request, double lr, double rho, double momentum, double eps, double* penalty);

    [LibraryImport(Library)]
    internal static partial int tao_sgd(NativeUpdateRequest* request, double lr, double momentum, double dampening, double weightDecay, int nesterov, int maximize, int first);

    [LibraryImport(Library)]
    internal static partial int tao_adam(NativeUpdateRequest* request, double lr, double beta1, double beta2, double eps, double weightDecay, int decoupled, int maximize, long step);

    [LibraryImport(Library)]
    internal static partial int tao_rmsprop(NativeUpdateRequest* request, double lr, double alpha, double eps, double weightDecay, double momentum, int maximize);
}
