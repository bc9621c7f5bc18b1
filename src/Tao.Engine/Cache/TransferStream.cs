namespace Tao.Engine.Cache;

/// <summary>
/// Passes bytes on, tells that they flow, and lets no more through than expected. It does not own the other stream, so that a library may
/// close it.
/// </summary>
internal sealed class TransferStream(Stream inner, Action onProgress, long limit = long.MaxValue) : Stream
{
    private long _written;

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override int Read(Span<byte> buffer)
    {
        onProgress();
        return inner.Read(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="WrongContentException">There is more than expected.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        onProgress();
        _written += buffer.Length;
        if (_written > limit)
            throw new WrongContentException();
        inner.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void SetLength(long value) => throw new NotSupportedException();
}
