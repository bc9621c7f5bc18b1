using Tao.Data.Detection;
using Tao.Objectives.Detection;

namespace Tao.Objectives.Tests.Detection;

public sealed class BoxCoderTests
{
    private static readonly BoxCoder _coder = new(0.1f, 0.1f, 0.2f, 0.2f);

    /// <summary>By hand: the centre moves by a quarter of the anchor's width and not in height, the width doubles, the height halves.</summary>
    [Fact]
    public void Offsets_are_in_anchors_over_variances()
    {
        var offsets = new float[4];
        _coder.Encode(new BoundingBox(0.1f, 0.35f, 0.5f, 0.45f), new BoundingBox(0.15f, 0.3f, 0.35f, 0.5f), offsets);

        Assert.Equal(2.5f, offsets[0], 1e-5f);
        Assert.Equal(0, offsets[1], 1e-5f);
        Assert.Equal(MathF.Log(2) / 0.2f, offsets[2], 1e-5f);
        Assert.Equal(-MathF.Log(2) / 0.2f, offsets[3], 1e-5f);
    }

    [Fact]
    public void Decoding_undoes_encoding()
    {
        var random = new Random(3);
        for (int i = 0; i < 200; i++)
        {
            var (box, anchor) = (Box(random), Box(random));
            var offsets = new float[4];
            _coder.Encode(box, anchor, offsets);
            var again = _coder.Decode(offsets, anchor);
            Assert.Equal(box.X1, again.X1, 1e-4f);
            Assert.Equal(box.Y1, again.Y1, 1e-4f);
            Assert.Equal(box.X2, again.X2, 1e-4f);
            Assert.Equal(box.Y2, again.Y2, 1e-4f);
        }
    }

    private static BoundingBox Box(Random random)
    {
        float x = random.NextSingle(), y = random.NextSingle();
        return new BoundingBox(x, y, x + 0.05f + random.NextSingle(), y + 0.05f + random.NextSingle());
    }
}
