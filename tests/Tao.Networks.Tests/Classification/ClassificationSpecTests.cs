using Tao.Networks.Classification;
using Tao.Specs;

namespace Tao.Networks.Tests.Classification;

public sealed class ClassificationSpecTests
{
    private const string Valid = """
        model_config { arch: "resnet", n_layers: 18 input_image_size: "3,224,224" use_batch_norm: True all_projections: True freeze_blocks: 0 freeze_blocks: 1 }
        train_config {
          train_dataset_path: "d/train" val_dataset_path: "d/val"
          optimizer { sgd { lr: 0.01 momentum: 0.9 } }
          batch_size_per_gpu: 64
          n_epochs: 80
          n_workers: 16
          preprocess_mode: "caffe"
          reg_config { type: "l2" scope: "Conv2D,Dense" weight_decay: 5e-5 }
          lr_config { step { learning_rate: 0.006 step_size: 10 gamma: 0.1 } }
        }
        eval_config { eval_dataset_path: "d/test" model_path: "weights/resnet_080.tlt" top_k: 3 batch_size: 256 n_workers: 8 }
        """;

    private static (BoundSpec<ClassificationSpec> Bound, DiagnosticBag Bag) Bind(string text, SpecStages stages = SpecStages.None)
    {
        var bag = new DiagnosticBag();
        return (SpecBinder.Bind<ClassificationSpec>(SpecReader.Parse(text, "train.txt", SpecFormat.ProtobufText, bag), bag, stages), bag);
    }

    [Fact]
    public void A_spec_in_TAOs_own_style_binds_without_a_finding()
    {
        var (bound, bag) = Bind(Valid, SpecStages.Train | SpecStages.Evaluate);

        Assert.Empty(bag.Items);
        Assert.Equal("resnet", bound.Value.ModelConfig.Arch);
        Assert.Equal(new ClassificationImageSize(3, 224, 224), bound.Value.ModelConfig.ImageSize);
        Assert.Equal([0u, 1u], bound.Value.ModelConfig.FreezeBlocks);
        Assert.Equal(0.9f, bound.Value.TrainConfig.Optimizer.Sgd!.Momentum);
        Assert.Null(bound.Value.TrainConfig.Optimizer.Adam);
        Assert.Equal(("L2", 5e-5f), (bound.Value.TrainConfig.RegConfig.Type, bound.Value.TrainConfig.RegConfig.WeightDecay));
        Assert.Equal(3u, bound.Value.EvalConfig!.TopK);
    }
}
