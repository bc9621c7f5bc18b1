namespace Tao.Imaging;

/// <summary>libtao_imaging is missing or of another version; the message names the command that makes it.</summary>
public sealed class NativeLibraryException(string message, Exception? inner = null) : Exception(message, inner);
