using System.Collections.Immutable;
using System.Globalization;
using Tao.Data.Classification;
using Tao.Imaging.Preparation;

namespace Tao.Engine.Export;

/// <summary>
/// The <c>nvinfer_config.txt</c> that TAO writes beside an export: nvinfer computes net-scale-factor · (x − offsets[c]). TAO writes caffe's
/// constants whatever the model was trained with; these are the model's own.
/// </summary>
internal static class DeepStreamConfig
{
    public const string FileName = "nvinfer_config.txt";

    /// <summary>The boxes come suppressed; nvinfer has no parser of its own for them.</summary>
    private const string DetectorKeys = """
        cluster-mode=4
        output-blob-names=num_detections;detection_boxes;detection_scores;detection_classes
        # Set parse-bbox-func-name and custom-lib-path to a parser of these outputs, which are EfficientNMS's: x1, y1, x2, y2 as shares of the input.

        """;

    /// <summary>One factor serves all channels of the configuration; ImageNet's three deviations become their mean, as in TAO's own files.</summary>
    public static string Write(ImagePreprocessing preprocessing, ImmutableArray<LabelSet> labelSets, bool normalizationIsFolded, bool isDetector = false)
    {
        var transform = preprocessing.Transform;
        double factor = normalizationIsFolded ? 1 : transform.Scale.Average();
        var offsets = normalizationIsFolded
            ? transform.Scale.Select(_ => 0.0)
            : transform.Offset.Zip(transform.Scale, (offset, scale) => (double)-offset / scale);
        int format = transform.Order switch
        {
            ChannelOrder.Gray => 2,
            ChannelOrder.Bgr when !normalizationIsFolded => 1,
            _ => 0,
        };
        return string.Create(CultureInfo.InvariantCulture, $"""
            net-scale-factor={factor}
            offsets={string.Join(';', offsets.Select(offset => Math.Round(offset, 4).ToString(CultureInfo.InvariantCulture)))}
            infer-dims={preprocessing.Channels};{preprocessing.Height};{preprocessing.Width}
            network-type={(isDetector ? 0 : 1)}
            num-detected-classes={labelSets.Sum(set => set.Classes.Length)}
            model-color-format={format}
            maintain-aspect-ratio=0
            output-tensor-meta=0
            {(isDetector ? DetectorKeys : "")}
            """).ReplaceLineEndings("\n");
    }
}
