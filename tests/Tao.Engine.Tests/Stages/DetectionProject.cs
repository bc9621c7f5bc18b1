using System.Globalization;
using System.Text;
using Tao.Engine.Stages;
using Tao.Imaging;

namespace Tao.Engine.Tests.Stages;

/// <summary>A project that finds coloured blocks on gray ground, with KITTI's labels; all its stages ran.</summary>
public sealed class DetectionProject : IDisposable
{
    public const string Spec =
        """
        random_seed: 7
        dataset_config {
          data_sources { image_directory_path: "scenes/train/image_2" label_directory_path: "scenes/train/label_2" }
          validation_data_sources { image_directory_path: "scenes/val/image_2" label_directory_path: "scenes/val/label_2" }
          target_class_mapping { key: "red" value: "red" }
          target_class_mapping { key: "green" value: "green" }
        }
        augmentation_config { output_width: 64 output_height: 64 output_channel: 3 random_crop_min_scale: 0.8 zoom_out_max_scale: 1.2 random_flip: 0.5 }
        training_config {
          batch_size_per_gpu: 4
          num_epochs: 12
          n_workers: 1
          checkpoint_interval: 4
          regularizer { type: L2 weight: 1e-5 }
          learning_rate { soft_start_annealing_schedule { max_learning_rate: 0.005 min_learning_rate: 0.0005 soft_start: 0.1 annealing: 0.7 } }
        }
        eval_config { batch_size: 4 validation_period_during_training: 5 matching_iou_threshold: 0.5 visualize_pr_curve: true }
        nms_config { confidence_threshold: 0.05 clustering_iou_threshold: 0.5 top_k: 20 }
        ssd_config {
          arch: "resnet"
          nlayers: 10
          aspect_ratios_global: "[1.0, 2.0, 0.5]"
          scales: "[0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1.0]"
          two_boxes_for_ar1: true
          variances: "[0.1, 0.1, 0.2, 0.2]"
        }

        """;

    private static readonly (string Name, Rgb Colour)[] _classes = [("red", new Rgb(220, 40, 40)), ("green", new Rgb(40, 200, 60))];

    public DetectionProject()
    {
        Project = TinyProject.Create(Spec);
        Draw("scenes/train", first: 0, count: 32);
        Draw("scenes/val", first: 1000, count: 12);
        Runs = BuiltProject.Stages.ToDictionary(stage => stage, stage => TinyProject.Run(Request(stage)));
    }

    internal TinyProject Project { get; }

    internal IReadOnlyDictionary<StageKind, StageRun> Runs { get; }

    internal StageRequest Request(StageKind stage)
    {
        var request = Project.Request(stage) with { Network = "ssd" };
        return stage switch
        {
            StageKind.Inference => request.With("images", "scenes/val/image_2"),
            StageKind.Export => request.WithOption("tensorrt_nms", "true").WithOption("raw_head", "true").WithOption("gen_ds_config", "true"),
            _ => request,
        };
    }

    public void Dispose() => Project.Dispose();

    /// <summary>One or two blocks to a picture, each with its label.</summary>
    private void Draw(string folder, int first, int count)
    {
        for (int number = first; number < first + count; number++)
        {
            var random = new Random(number);
            var image = Image.Filled(96, 64, new Rgb(90, 90, 100));
            var labels = new StringBuilder();
            for (int i = 0; i <= number % 2; i++)
            {
                var (name, colour) = _classes[random.Next(_classes.Length)];
                int width = random.Next(18, 34), height = random.Next(14, 30), x = random.Next(0, 48 - width) + (48 * i), y = random.Next(0, 64 - height);
                ImageOps.FillRectangle(image, new PixelRectangle(x, y, width, height), colour);
                labels.Append(CultureInfo.InvariantCulture, $"{name} 0.00 0 0.00 {x}.00 {y}.00 {x + width}.00 {y + height}.00 0 0 0 0 0 0 0\n");
            }
            Project.Write($"{folder}/image_2/{number:D6}.png", ImageCodec.EncodePng(image));
            Project.Write($"{folder}/label_2/{number:D6}.txt", labels.ToString());
        }
    }
}
