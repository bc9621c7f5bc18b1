using System.Runtime.InteropServices;
using System.Text.Json;
using Tao.Engine.Pretrained;
using Tao.Engine.Training;
using Tao.Graph;
using Tao.Networks.Backbones;
using Tao.Runtime;
using static TorchSharp.torch;

namespace Tao.Engine.Tests.Pretrained;

/// <summary>
/// The logits of the published weights against torchvision's, on real photographs. <c>build/dev/check_torchvision.sh</c> writes the
/// reference and runs this; elsewhere it skips.
/// </summary>
public sealed class TorchvisionParityTests(ITestOutputHelper output)
{
    private const double Tolerance = 1e-4;

    [Theory]
    [InlineData("mobilenet_v2", "mobilenet_v2", "mobilenet_v2_imagenet/mobilenet_v2_dequant_fp16.pth")]
    [InlineData("squeezenet1_0", "squeezenet", "squeezenet1_0_imagenet/squeezenet1_0_dc.pth")]
    public void Logits_equal_torchvisions(string folder, string backbone, string weights)
    {
        string? root = Environment.GetEnvironmentVariable("TAO_TORCHVISION_DIR");
        Assert.SkipWhen(string.IsNullOrEmpty(root), "TAO_TORCHVISION_DIR is not set; run build/dev/check_torchvision.sh.");
        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, folder, "logits.json")));
        int count = summary.RootElement.GetProperty("count").GetInt32(), size = summary.RootElement.GetProperty("size").GetInt32();
        float[] inputs = Read(Path.Combine(root, folder, "inputs.f32")), expected = Read(Path.Combine(root, folder, "logits.f32"));
        int classes = summary.RootElement.GetProperty("classes").GetInt32();
        Assert.Equal(count * 3 * size * size, inputs.Length);
        Assert.Equal(count * classes, expected.Length);

        var (model, logits) = Load(backbone, SharedData.File($"weights/{weights}"), size, classes);
        using var module = new GraphModule(model, CPU);
        using var noGrad = no_grad();
        double largest = 0;
        for (int image = 0; image < count; image++)
        {
            using var scope = NewDisposeScope();
            var input = tensor(inputs.AsMemory(image * 3 * size * size, 3 * size * size).ToArray(), [1, 3, size, size]);
            float[] actual = BatchTensors.Download(module.Run(input, logits, ForwardMode.Inference));
            for (int i = 0; i < classes; i++)
                largest = Math.Max(largest, Math.Abs(actual[i] - expected[(image * classes) + i]));
        }
        output.WriteLine(FormattableString.Invariant($"{folder}: {count} images, largest difference {largest:E2}, logits from {expected.Min():F2} to {expected.Max():F2}"));
        Assert.InRange(largest, 0, Tolerance);
    }

    private static (Model Model, string Logits) Load(string backbone, string path, int size, int classes)
    {
        var builder = new GraphBuilder(backbone);
        var options = new BackboneOptions { RetainHead = true, ClassCount = classes, Activation = backbone == "mobilenet_v2" ? "relu6" : null };
        var entry = BackboneCatalog.Find(backbone)!;
        var features = entry.Append(builder, builder.Input("input", TensorType.Image(3, size, size)), options);
        var graph = builder.Build(features.Logits!);
        var match = WeightMatcher.Match(
            graph, WeightInitializer.Create(graph, 1), WeightSource.Open(path), new WeightMatchOptions { Aliases = [entry.TorchvisionNames(graph)] });
        Assert.True(match.Report.IsComplete, match.Report.Summary());
        return (new Model(graph, match.Weights), features.Logits!);
    }

    private static float[] Read(string path) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path)).ToArray();
}
