using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Networks.Backbones;
using Tao.Networks.Blocks.Detection;

namespace Tao.Networks.RetinaNet;

/// <summary>
/// A feature pyramid (Lin et al. 2017, "Feature Pyramid Networks", figure 3) with the two coarser levels of RetinaNet: P3 to P5 on the way back from
/// C5 to C3, P6 and P7 by striding convolutions on C5. Layers bear TAO's names.
/// </summary>
internal static class FeaturePyramid
{
    /// <returns>P3 to P7.</returns>
    public static ImmutableArray<string> Append(GraphBuilder builder, string image, RetinaNetConfig config)
    {
        int width = (int)config.FeatureSize;
        var (c3, c4, c5) = Stages(builder, image, config);

        string p5 = Conv("C5_reduced", c5, kernel: 1, stride: 1);
        string p4 = Merged("P4", Upsampled("P5_upsampled", p5, c4), Conv("C4_reduced", c4, kernel: 1, stride: 1));
        string p3 = Merged("P3", Upsampled("P4_upsampled", p4, c3), Conv("C3_reduced", c3, kernel: 1, stride: 1));
        string p6 = Level("P6", c5, stride: 2);
        return [Level("P3", p3, stride: 1), Level("P4", p4, stride: 1), Level("P5", p5, stride: 1), p6, Level("P7", p6, stride: 2)];

        string Conv(string name, string input, int kernel, int stride) =>
            builder.Add(name, new Conv2d(width, kernel, kernel, stride, Padding.Same(kernel)) { InitialKernel = Initializer.HeNormal }, input);

        string Level(string name, string input, int stride) => builder.Add($"{name}_relu", new Relu(), Conv(name, input, kernel: 3, stride));

        string Merged(string name, string coarse, string fine) => builder.Add($"{name}_merged", new Add(), coarse, fine);

        // A map may have a row or a column less than twice the coarser one, where that was rounded up, or more, where it was rounded down.
        string Upsampled(string name, string input, string fine)
        {
            var (rows, columns) = (Excess(input, fine, 2), Excess(input, fine, 3));
            string x = builder.Add(name, new UpsampleNearest(2) { CutRows = Math.Max(0, rows), CutColumns = Math.Max(0, columns) }, input);
            return rows < 0 || columns < 0 ? builder.Add($"{name}_pad", new ZeroPad2d(new Padding(0, 0, Math.Max(0, -rows), Math.Max(0, -columns))), x) : x;
        }

        int Excess(string coarse, string fine, int axis) => (int)((2 * builder.TypeOf(coarse).Shape[axis]) - builder.TypeOf(fine).Shape[axis]);
    }

    /// <summary>The maps of stride 8, 16 and 32.</summary>
    private static (string C3, string C4, string C5) Stages(GraphBuilder builder, string image, RetinaNetConfig config)
    {
        var backbone = BackboneCatalog.Find(config.Arch) ?? throw new GraphException($"There is no backbone '{config.Arch}'.");
        bool isDeep = config.Arch is "darknet" or "efficientnet_b0";
        var options = DetectorBackbone.Options(config.Arch, config.Nlayers, config.FreezeBn, config.Blocks);
        // DarkNet keeps its leaky ReLU here.
        var features = backbone.Append(builder, image, isDeep ? options with { Stride = 32, Activation = null } : options);
        var (c3, c4) = config.Arch switch
        {
            // Keras' re_lu_7: the wide map of the residual that steps from stride 4 to 8.
            "mobilenet_v2" => ("block_3_relu", features.ByStride[16]),
            "efficientnet_b0" => ("block4a_expand_activation", "block6a_expand_activation"),
            _ => (features.ByStride[8], features.ByStride[16]),
        };
        return config.Arch == "efficientnet_b0" ? (c3, c4, features.ByStride[32]) : (c3, c4, AppendExpansion(builder, isDeep ? features.ByStride[32] : c4, (int)config.FeatureSize, isDeep));
    }

    /// <summary>Where the backbone ends at stride 16 a striding convolution makes C5; DarkNet's own C5 is only made as wide as the pyramid.</summary>
    private static string AppendExpansion(GraphBuilder builder, string input, int width, bool isDeep)
    {
        var conv = isDeep ? new Conv2d(width, 1, 1) : new Conv2d(width, 3, 3, 2, Padding.Same(3));
        return builder.Add("expand1_relu", new Relu(), builder.Add("expand_conv1", conv with { InitialKernel = Initializer.HeNormal }, input));
    }
}
