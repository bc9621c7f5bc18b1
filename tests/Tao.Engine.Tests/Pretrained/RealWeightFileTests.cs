using Tao.Engine.Pretrained;

namespace Tao.Engine.Tests.Pretrained;

/// <summary>
/// Published weight files, read whole. The numbers, the sum of all absolute values among them, come from torch.load (PyTorch 1.13).
/// </summary>
public sealed class RealWeightFileTests
{
    [Theory]
    [InlineData("cifar10_resnet/resnet20-12fca82f.th", "PyTorch (legacy)", 97, 271098, 21349.562590950623)]
    [InlineData("cifar10_resnet/resnet56-4bfd9763.th", "PyTorch (legacy)", 277, 857082, 41377.086271385946)]
    [InlineData("espnet_camvid/espnet_p_2_q_8_camvid.pth", "PyTorch (legacy)", 189, 358193, 4859.855062522225)]
    [InlineData("fastestdet_coco/weight_AP05_0.253207_280-epoch.pth", "PyTorch", 420, 252938, 109960080.23676795)]
    [InlineData("kws_honk_res8/res8.pt", "PyTorch (legacy)", 30, 110988, 69660.78786857166)]
    [InlineData("kws_honk_res8/res8_narrow.pt", "PyTorch (legacy)", 27, 20139, 60346.27186148868)]
    [InlineData("lprnet/Final_LPRNet_model.pth", "PyTorch (legacy)", 62, 449038, 11474.567010877032)]
    [InlineData("mobilenet_v2_imagenet/mobilenet_v2_dequant_fp16.pth", "PyTorch", 314, 3539036, 340313.02544784546)]
    [InlineData("retinaface_mobilenet025/mobilenet0.25_Final.pth", "PyTorch (legacy)", 300, 433343, 7449886.876449896)]
    [InlineData("squeezenet1_0_imagenet/squeezenet1_0_dc.pth", "PyTorch", 52, 1248424, 82376.25661514608)]
    [InlineData("ultraface/version-slim-320.pth", "PyTorch (legacy)", 184, 264757, 2297693.322049179)]
    [InlineData("yolo_fastestv2_coco/coco2017-0.241078ap-model.pth", "PyTorch", 444, 251664, 96041184.44257773)]
    [InlineData("yolo_fastestv2_coco/backbone.pth", "PyTorch", 330, 149095, 85941154.02211688)]
    public void A_published_file_is_read_whole(string file, string format, int tensors, long numbers, double absoluteSum)
    {
        var source = WeightSource.Open(SharedData.File($"weights/{file}"));
        Assert.Equal(format, source.Format);
        Assert.Equal(tensors, source.Tensors.Values.Count);
        Assert.Equal(numbers, source.Tensors.ParameterCount);
        var sum = source.Tensors.Values.Values.Sum(tensor => tensor.Data.ToArray().Sum(value => Math.Abs((double)value)));
        Assert.Equal(absoluteSum, sum, absoluteSum * 1e-9);
    }

    [Fact]
    public void An_onnx_file_gives_its_initialisers()
    {
        var source = WeightSource.Open(SharedData.File("weights/ultraface/version-slim-320_without_postprocessing.onnx"));
        var published = WeightSource.Open(SharedData.File("weights/ultraface/version-slim-320.pth"));
        Assert.Equal("ONNX", source.Format);
        const string name = "regression_headers.3.weight";
        Assert.Equal(published.Tensors[name].Shape, source.Tensors[name].Shape);
        Assert.Equal(published.Tensors[name].Data.ToArray(), source.Tensors[name].Data.ToArray());
    }
}
