using Tao.Data.Randomness;
using Tao.Imaging;
using Tao.Imaging.Preparation;

namespace Tao.Data.Loading;

/// <summary>Cuts a part out of a picture, anywhere.</summary>
internal static class RandomCrop
{
    /// <summary>The smallest share of the picture a random crop covers, per TAO.</summary>
    public const double SmallestShare = 0.45;

    /// <summary>
    /// Resizes so that the target is a share u ~ U(0.45, 1) of the picture and cuts it out anywhere. A picture of the target's size stays
    /// whole, as in TAO.
    /// </summary>
    public static CropPlan Plan(PixelSize source, PixelSize target, ref CounterRandom random)
    {
        if (source == target)
            return CropPlan.Plain(target);
        var share = random.Uniform(SmallestShare, 1);
        var full = CropPlan.Cover(source, target, target.Width / share, target.Height / share);
        var left = random.NextInt(full.Width - target.Width + 1);
        var top = random.NextInt(full.Height - target.Height + 1);
        return new CropPlan(full, new PixelRectangle(left, top, target.Width, target.Height));
    }
}
