// Native: CMake over src/native, and ONNX Runtime's library beside the result.

string NativeLibraries => PathOf("build", "native", "lib");

void BuildNative()
{
    if (!IsRunningOnLinux())
        return;
    var source = PathOf("src", "native");
    var binaries = PathOf("build", "native", "cmake");
    var cache = System.IO.Path.Combine(binaries, "CMakeCache.txt");

    // A cache that was made for another place, as after moving the clone, is of no use to CMake.
    if (System.IO.File.Exists(cache) && !System.IO.File.ReadLines(cache).Contains($"CMAKE_HOME_DIRECTORY:INTERNAL={source}"))
        System.IO.Directory.Delete(binaries, recursive: true);
    if (!System.IO.File.Exists(cache))
        Run("cmake", "-S", source, "-B", binaries, "-DCMAKE_BUILD_TYPE=Release", $"-DTAO_NATIVE_OUTPUT={NativeLibraries}");
    Run("cmake", "--build", binaries, "--parallel", Environment.ProcessorCount.ToString(System.Globalization.CultureInfo.InvariantCulture));
    CopyOnnxRuntime();
}

void CopyOnnxRuntime()
{
    var source = new System.IO.FileInfo(OnnxRuntimeLibrary());
    var destination = new System.IO.FileInfo(System.IO.Path.Combine(NativeLibraries, "libonnxruntime.so.1"));
    if (destination.Exists && destination.Length == source.Length && destination.LastWriteTimeUtc >= source.LastWriteTimeUtc)
        return;
    destination.Directory.Create();
    source.CopyTo(destination.FullName, overwrite: true);
}
