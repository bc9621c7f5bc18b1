using System.Collections.Concurrent;
using Tao.Imaging;

namespace Tao.Data.Loading;

/// <summary>Keeps decoded pictures, by sample index, up to a number of bytes. What does not fit is decoded every time, with the same result.</summary>
internal sealed class ImageCache(long capacity)
{
    private readonly ConcurrentDictionary<int, Image> _images = new();
    private long _used;

    public long UsedBytes => Interlocked.Read(ref _used);

    public bool TryGet(int index, out Image image) => _images.TryGetValue(index, out image!);

    public void Offer(int index, ImageBuffer picture)
    {
        long size = picture.Pixels.Length;
        if (Interlocked.Add(ref _used, size) > capacity || !_images.TryAdd(index, picture.ToImage()))
            Interlocked.Add(ref _used, -size);
    }
}
