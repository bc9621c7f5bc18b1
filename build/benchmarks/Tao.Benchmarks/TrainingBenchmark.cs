using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Graph.Passes;
using Tao.Networks.Backbones;
using Tao.Runtime;
using Tao.Runtime.Optimization;
using TorchSharp;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Tao.Benchmarks;

/// <summary>A classifier at 224 pixels: a training step and a forward run. ResNet-18 with a batch of 16 is what the PyTorch worker has.</summary>
internal sealed class TrainingBenchmark : IDisposable
{
    private const int Size = 224;
    private const int Classes = 10;

    private readonly GraphModule _training;
    private readonly GraphModule _inference;
    private readonly ParameterOptimizer _optimizer;
    private readonly Device _device;
    private readonly int _batch;
    private readonly float[] _pixels;
    private readonly Tensor _labels;
    private readonly string _logits;

    public TrainingBenchmark(Device device, NetworkGraph graph, int batch)
    {
        (_device, _batch) = (device, batch);
        _logits = graph.GetNode(graph.Outputs[0]).Inputs[0];
        var model = new Model(graph, WeightInitializer.Create(graph, 1));
        _training = new GraphModule(model, device);
        _inference = new GraphModule(PassRunner.Run(model, new FoldBatchNormPass()), device);
        _optimizer = ParameterOptimizer.Create(
            new SgdSettings(Momentum: 0.9), _training.Trainable, new Regularizer(RegularizerKind.L2, 5e-5, [nameof(Conv2d), nameof(Linear)]));
        _pixels = [.. Enumerable.Range(0, batch * Size * Size * 3).Select(i => i % 255 / 255f)];
        _labels = arange(batch).to(device) % Classes;
    }

    public void TrainStep()
    {
        using var scope = NewDisposeScope();
        _optimizer.ZeroGradients();
        var logits = _training.Run(Input(), _logits, ForwardMode.Training);
        nn.functional.cross_entropy(logits, _labels).backward();
        _optimizer.Step(0.01);
        Finish();
    }

    public void Infer()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        _inference.Run(Input(), _inference.Graph.Outputs[0], ForwardMode.Inference);
        Finish();
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _training.Dispose();
        _inference.Dispose();
        _labels.Dispose();
    }

    /// <summary>A GPU works behind the program's back; a time counts when it is done.</summary>
    private void Finish()
    {
        if (_device.type == DeviceType.CUDA)
            cuda.synchronize();
    }

    /// <summary>Uploading the batch is a part of our step; PyTorch's worker is given its tensors ready.</summary>
    private Tensor Input() => torch_ext.from_nhwc(_pixels, _batch, Size, Size, 3).to(_device);

    internal static NetworkGraph Classifier(string arch, int layers)
    {
        var builder = new GraphBuilder(arch);
        string image = builder.Input("input_1", TensorType.Image(3, Size, Size));
        var features = BackboneCatalog.Find(arch)!.Append(builder, image, new BackboneOptions { Layers = layers });
        string flat = builder.Add("flatten", new Flatten(), builder.Add("avg_pool", new GlobalAveragePool(), features.Output));
        return builder.Build(builder.Add("predictions", new Softmax(), builder.Add("logits", new Linear(Classes), flat)));
    }
}
