using Tao.Networks.Backbones;
using Tao.Networks.Classification;
using Tao.Specs;

namespace Tao.Networks.Tests.Classification;

public sealed class ClassificationSpecTests
{
    private const string _valid = """
        model_config { arch: "resnet", n_layers: 18 input_image_size: "3,224,224" use_batch_norm: True all_projections: True freeze_blocks: 0 freeze_blocks: 1 }
        train_config {
          train_dataset_path: "d/train" val_dataset_path: "d/val"
          optimizer { sgd { lr: 0.006 momentum: 0.9 } }
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
        var (bound, bag) = Bind(_valid, SpecStages.Train | SpecStages.Evaluate);

        Assert.Empty(bag.Items);
        Assert.Equal("resnet", bound.Value.ModelConfig.Arch);
        Assert.Equal(new ImageSize(3, 224, 224), bound.Value.ModelConfig.ImageSize);
        Assert.Equal([0u, 1u], bound.Value.ModelConfig.FreezeBlocks);
        Assert.Equal(0.9f, bound.Value.TrainConfig.Optimizer.Sgd!.Momentum);
        Assert.Null(bound.Value.TrainConfig.Optimizer.Adam);
        Assert.Equal(("L2", 5e-5f), (bound.Value.TrainConfig.RegConfig.Type, bound.Value.TrainConfig.RegConfig.WeightDecay));
        Assert.Equal(3u, bound.Value.EvalConfig!.TopK);
    }

    /// <summary>The valid spec with one piece of text replaced.</summary>
    private static string With(string old, string replacement)
    {
        Assert.Contains(old, _valid, StringComparison.Ordinal);
        return _valid.Replace(old, replacement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n_epochs: 80", "n_epoch: 80", "TAO1020 6:3 Did you mean 'n_epochs'?")]
    [InlineData("n_epochs: 80", "", "TAO1024 2:1 Add 'n_epochs: a whole number such as 3'.")]
    [InlineData("n_epochs: 80", "n_epochs: 0", "TAO1022 6:13 Choose a value in that range.")]
    [InlineData("n_epochs: 80", "n_epochs: 80.5", "TAO1021 6:13 Write a whole number such as 3.")]
    [InlineData("n_epochs: 80", "n_epochs 80", "TAO1003 6:12 Write 'n_epochs: value' or 'n_epochs { ... }'.|TAO1024 2:1 Add 'n_epochs: a whole number such as 3'.")]
    [InlineData("\"resnet\"", "resnet", "TAO1021 1:22 Write \"resnet\".")]
    [InlineData("\"resnet\"", "\"resnets\"", "TAO1025 1:22 Did you mean \"resnet\"? Allowed: \"resnet\", \"vgg\", *")]
    [InlineData("n_layers: 18", "n_layers: 19", "TAO1031 1:32 Set n_layers to 10, 18, 34, 50, 101.")]
    [InlineData("\"3,224,224\"", "\"2,224,224\"", "TAO1031 1:45 Write for example \"3,224,224\".")]
    [InlineData("\"3,224,224\"", "\"3,224\"", "TAO1031 1:45 Write for example \"3,224,224\".")]
    [InlineData("\"3,224,224\"", "\"3,15,224\"", "TAO1031 1:45 Write for example \"3,224,224\".")]
    [InlineData("preprocess_mode: \"caffe\"", "learning_rate: 0.1", "TAO1020 8:3 It belongs to 'train_config.lr_config.step.learning_rate', *")]
    [InlineData("preprocess_mode: \"caffe\"", "preprocess_mode: \"cafe\"", "TAO1025 8:20 Did you mean \"caffe\"? Allowed: \"caffe\", \"tf\", \"torch\".")]
    [InlineData("preprocess_mode: \"caffe\"", "image_mean { key: \"r\" value: 120 }", "TAO1031 8:3 Give one entry for each of r, g, b.")]
    [InlineData("preprocess_mode: \"caffe\"", "early_stopping { min_delta: 0 }", "TAO1024 8:3 Add 'patience: a whole number such as 3'.")]
    [InlineData("weight_decay: 5e-5", "weight_decay: 1", "TAO1022 9:63 Choose a value in that range.")]
    [InlineData("weight_decay: 5e-5", "", "TAO1031 9:16 Write for example 'weight_decay: 5e-5', or type: \"None\".")]
    [InlineData("scope: \"Conv2D,Dense\"", "scope: \"\"", "TAO1031 9:27 Write scope: \"Conv2D,Dense\".")]
    [InlineData("reg_config { type: \"l2\" scope: \"Conv2D,Dense\" weight_decay: 5e-5 }", "", "TAO1024 2:1 Add 'reg_config { ... }'.")]
    [InlineData("sgd { lr: 0.006 momentum: 0.9 }", "", "TAO1031 4:3 Write for example 'optimizer { sgd { momentum: 0.9 } }'.")]
    [InlineData("sgd { lr: 0.006 momentum: 0.9 }", "sgd { lr: -0.01 }", "TAO1022 4:25 Choose a value in that range.")]
    [InlineData("step { learning_rate: 0.006 step_size: 10 gamma: 0.1 }", "", "TAO1031 10:3 Write for example 'lr_config { cosine *")]
    [InlineData("step { learning_rate: 0.006 step_size: 10 gamma: 0.1 }", "step { learning_rate: 0 step_size: 10 gamma: 0.1 }", "TAO1022 10:37 Choose a value in that range.")]
    [InlineData("step { learning_rate: 0.006 step_size: 10 gamma: 0.1 }", "soft_anneal { learning_rate: 0.006 soft_start: 0.4 annealing_divider: 10 annealing_points: [0.3, 0.6] }", "TAO1031 10:107 List the points in increasing order, all greater than soft_start.")]
    [InlineData("step { learning_rate: 0.006 step_size: 10 gamma: 0.1 }", "soft_anneal { learning_rate: 0.006 annealing_divider: 10 annealing_points: 0.6 annealing_points: 0.6 }", "TAO1031 10:112 List the points in increasing order, all greater than soft_start.")]
    [InlineData("step { learning_rate: 0.006 step_size: 10 gamma: 0.1 }", "soft_anneal { learning_rate: 0.006 annealing_points: 0.6 }", "TAO1031 10:50 Write for example 'annealing_divider: 10'.")]
    [InlineData("eval_config {", "eval_config { {", "TAO1003 12:15 Write 'name { ... }', or remove the brace.|TAO1005 12:13 *")]
    public void A_broken_spec_is_reported_at_its_place_with_the_remedy(string old, string replacement, string findings)
    {
        var (_, bag) = Bind(With(old, replacement));

        var found = bag.Items.Where(item => item.Severity == DiagnosticSeverity.Error).OrderBy(item => item.Code).ToList();
        var expected = findings.Split('|');
        Assert.Equal(expected.Length, found.Count);
        Assert.All(found.Zip(expected), pair =>
        {
            var text = $"{pair.First.Code} {pair.First.Location!.Line}:{pair.First.Location.Column} {pair.First.Remedy}";
            if (pair.Second.EndsWith('*'))
                Assert.StartsWith(pair.Second[..^1], text, StringComparison.Ordinal);
            else
                Assert.Equal(pair.Second, text);
        });
    }

    [Theory]
    [InlineData("n_workers: 16", "adam { }", "TAO1020")]
    [InlineData("sgd { lr: 0.006 momentum: 0.9 }", "sgd { momentum: 0.9 } adam { lr: 0.006 }", "TAO1026")]
    [InlineData("step { learning_rate: 0.006 step_size: 10 gamma: 0.1 }", "cosine { learning_rate: 0.1 } step { learning_rate: 0.006 step_size: 10 gamma: 0.1 }", "TAO1026")]
    [InlineData("n_layers: 18", "n_layers: 18 use_imagenet_head: true", "TAO1028")]
    [InlineData("n_layers: 18", "n_layers: 18 byom_model: \"x.tltb\"", "TAO1029")]
    [InlineData("n_workers: 16", "model_parallelism: 0.5", "TAO1029")]
    [InlineData("n_workers: 16", "checkpoint_interval: 5", "TAO1032")]
    [InlineData("preprocess_mode: \"caffe\"", "preprocess_mode: \"tf\" image_mean { key: \"r\" value: 1 }", "TAO1031")]
    [InlineData("n_workers: 16", "enable_color_augmentation: true", "TAO1031")]
    [InlineData("lr: 0.006 momentum", "lr: 0.01 momentum", "TAO1029")]
    [InlineData("freeze_blocks: 1", "freeze_blocks: 7", "TAO1031")]
    [InlineData("\"Conv2D,Dense\"", "\"Conv2D,Dens\"", "TAO1031")]
    public void What_is_odd_or_has_no_effect_is_said(string old, string replacement, string code)
    {
        var (_, bag) = Bind(With(old, replacement));

        Assert.Equal(code, Assert.Single(bag.Items).Code);
    }

    [Theory]
    [InlineData("n_layers: 18", "")]
    [InlineData("n_layers: 18", "n_layers: 0")]
    [InlineData("\"resnet\", n_layers: 18", "\"squeezenet\" n_layers: 7")]
    [InlineData("\"3,224,224\"", "\"3, 224, 224\"")]
    [InlineData("\"3,224,224\"", "\"1,16,16\"")]
    [InlineData("preprocess_mode: \"caffe\"", "")]
    [InlineData("preprocess_mode: \"caffe\"", "preprocess_mode: \"\"")]
    [InlineData("preprocess_mode: \"caffe\"", "image_mean { key: 'r' value: 1 } image_mean { key: 'g' value: 2 } image_mean { key: 'b' value: 3 }")]
    [InlineData("type: \"l2\" scope: \"Conv2D,Dense\" weight_decay: 5e-5", "type: \"None\"")]
    [InlineData("sgd { lr: 0.006 momentum: 0.9 }", "rmsprop { lr: 0.006 rho: 0.9 epsilon: 1e-7 decay: 0 }")]
    [InlineData("step { learning_rate: 0.006 step_size: 10 gamma: 0.1 }", "soft_anneal { learning_rate: 0.006 soft_start: 0.056 annealing_points: 0.3 annealing_points: 0.6 annealing_divider: 10 }")]
    [InlineData("n_workers: 16", "visualizer { enabled: true num_images: 3 weight_histograms: true }")]
    public void What_TAO_accepts_binds_without_a_finding(string old, string replacement) => Assert.Empty(Bind(With(old, replacement), SpecStages.Evaluate).Bag.Items);

    [Fact]
    public void Evaluation_needs_its_message_only_when_it_runs()
    {
        var text = _valid[.._valid.IndexOf("eval_config", StringComparison.Ordinal)];

        Assert.Empty(Bind(text, SpecStages.Train | SpecStages.Export).Bag.Items);
        Assert.Equal("TAO1024", Assert.Single(Bind(text, SpecStages.Evaluate).Bag.Items).Code);
    }

    /// <summary>Which stages run again after an edit: those whose canonical text changes. What lies at a path counts, and not the path.</summary>
    [Theory]
    [InlineData("top_k: 3", "top_k: 5", SpecStages.Evaluate)]
    [InlineData("batch_size: 256", "batch_size: 16", SpecStages.Evaluate)]
    [InlineData("n_epochs: 80", "n_epochs: 81", SpecStages.Train)]
    [InlineData("momentum: 0.9", "momentum: 0.8", SpecStages.Train)]
    [InlineData("step { learning_rate: 0.006 step_size: 10 gamma: 0.1 }", "cosine { learning_rate: 0.006 }", SpecStages.Train)]
    [InlineData("n_layers: 18", "n_layers: 34", SpecStages.Train)]
    [InlineData("\"3,224,224\"", "\"3,192,192\"", SpecStages.Train)]
    [InlineData("preprocess_mode: \"caffe\"", "preprocess_mode: \"torch\"", SpecStages.Train)]
    [InlineData("n_layers: 18", "n_layers: 18 batch_norm_config { }", SpecStages.Train)]
    [InlineData("n_workers: 16", "early_stopping { patience: 3 }", SpecStages.Train)]
    [InlineData("\"d/train\"", "\"d/train2\"", SpecStages.None)]
    [InlineData("\"d/val\"", "\"d/val2\"", SpecStages.None)]
    [InlineData("\"d/test\"", "\"d/test2\"", SpecStages.None)]
    [InlineData("n_workers: 16", "n_workers: 1 # comment", SpecStages.None)]
    [InlineData("n_workers: 8", "", SpecStages.None)]
    [InlineData("n_workers: 16", "visualizer { enabled: true }", SpecStages.None)]
    [InlineData("n_layers: 18", "n_layers: 0 use_bias: false", SpecStages.None)]
    [InlineData("type: \"l2\" scope: \"Conv2D,Dense\"", "scope: \"Conv2D,Dense\" type: \"L2\"", SpecStages.None)]
    public void An_edit_changes_only_the_stages_that_read_it(string old, string replacement, SpecStages expected)
    {
        var (before, after) = (Bind(_valid).Bound.Value, Bind(With(old, replacement)).Bound.Value);

        var changed = Enum.GetValues<SpecStages>().Where(stage => SpecFingerprint.Canonical(before, stage) != SpecFingerprint.Canonical(after, stage));
        Assert.Equal(expected, changed.Aggregate(SpecStages.None, (all, stage) => all | stage));
    }

    [Fact]
    public void Every_field_says_what_it_means_and_which_stages_read_it()
    {
        foreach (var (path, field) in SpecSchema.Describe(typeof(ClassificationSpec)).AllFields().Where(item => item.Field.Attribute.Retired is null))
        {
            var inLogging = path.Contains("visualizer.", StringComparison.Ordinal);
            Assert.True(inLogging || field.Attribute.Doc.Length > 0, $"{path} has no meaning.");
            Assert.True(field.Attribute.Number > 0 || field.Attribute.Extension, $"{path} is neither TAO's nor an extension.");
        }
    }

    [Fact]
    public void The_three_languages_say_the_same()
    {
        const string yaml = """
            model_config: {arch: resnet, n_layers: 18, input_image_size: "3,224,224", use_batch_norm: true, all_projections: true, freeze_blocks: [0, 1]}
            train_config:
              train_dataset_path: d/train
              val_dataset_path: d/val
              optimizer: {sgd: {lr: 0.006, momentum: 0.9}}
              batch_size_per_gpu: 64
              n_epochs: 80
              preprocess_mode: caffe
              reg_config: {type: L2, scope: "Conv2D,Dense", weight_decay: 5e-5}
              lr_config: {step: {learning_rate: 0.006, step_size: 10, gamma: 0.1}}
            eval_config: {eval_dataset_path: d/test, model_path: weights/resnet_080.tlt, top_k: 3, batch_size: 256}
            """;
        var bag = new DiagnosticBag();
        var fromYaml = SpecBinder.Bind<ClassificationSpec>(SpecReader.Parse(yaml, "train.yaml", SpecFormat.Yaml, bag), bag).Value;

        Assert.Empty(bag.Items);
        Assert.All(Enum.GetValues<SpecStages>(), stage => Assert.Equal(SpecFingerprint.Canonical(Bind(_valid).Bound.Value, stage), SpecFingerprint.Canonical(fromYaml, stage)));
    }
}
