using System.Runtime.CompilerServices;

// Every native signature is blittable, so that a call into libtao_torch is a plain call.
[assembly: DisableRuntimeMarshalling]
