using System.Text.Json;
using Tao.Engine.Stages;

namespace Tao.Cli.Tests.Commands;

public sealed class ExplainCommandTests : IDisposable
{
    private const string Spec =
        """
        model_config { arch: "squeezenet" input_image_size: "3,32,32" }
        train_config {
          train_dataset_path: "data/train" val_dataset_path: "data/val"
          optimizer { sgd { lr: 0.01 momentum: 0.9 } }
          batch_size_per_gpu: 4 n_epochs: 2 n_workers: 1
          reg_config { type: "L2" scope: "Conv2D,Dense" weight_decay: 0.00005 }
          lr_config { step { learning_rate: 0.01 step_size: 10 gamma: 0.1 } }
        }
        eval_config { eval_dataset_path: "data/test" top_k: 1 batch_size: 4 }
        """;

    private readonly CliWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Requests_are_explained_in_their_order_and_not_run()
    {
        WriteRequest("a.request.json", StageKind.ValidateSpec);
        WriteRequest("b.request.json", StageKind.Prune);

        Assert.Equal(0, _world.Tao("explain", "a.request.json", "b.request.json", "--generator", "draw.cs"));

        Assert.Equal(
            """
            ValidateSpec: would run
                there is no record of an earlier run
            Prune: would run
                there is no record of an earlier run
                its model comes from ValidateSpec
            2 of 2 stages would run.

            """,
            _world.Output);
        Assert.Empty(_world.Requests);
    }

    [Fact]
    public void Json_has_the_same()
    {
        WriteRequest("a.request.json", StageKind.ValidateSpec);

        Assert.Equal(0, _world.Tao("explain", "a.request.json", "--json"));

        using var json = JsonDocument.Parse(_world.Output);
        Assert.Equal("WouldRun", json.RootElement[0].GetProperty("verdict").GetString());
    }

    [Theory]
    [InlineData("x.taoproj", "does not exist")]
    [InlineData("none.request.json", "The request 'none.request.json' cannot be read")]
    public void What_is_not_there_is_said(string file, string expected)
    {
        Assert.Equal(1, _world.Tao("explain", file));

        Assert.Contains(expected, _world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_of_the_spec_are_printed_at_their_lines()
    {
        WriteRequest("a.request.json", StageKind.ValidateSpec, Spec.Replace("n_epochs: 2", "n_epoch: 2", StringComparison.Ordinal));

        Assert.Equal(1, _world.Tao("explain", "a.request.json"));

        Assert.Contains("a.request.json.txt(5,", _world.Error, StringComparison.Ordinal);
        Assert.Contains("n_epochs", _world.Error, StringComparison.Ordinal);
    }

    private void WriteRequest(string file, StageKind stage, string spec = Spec)
    {
        File.WriteAllText(_world.Path(file + ".txt"), spec);
        var request = new StageRequest { Stage = stage, Network = "classification", ProjectDirectory = ".", Spec = file + ".txt", OutputDirectory = $"out/{stage}" };
        if (stage == StageKind.Prune)
            request = request with { Inputs = request.Inputs.Add("model", "out/ValidateSpec/model.tlt") };
        File.WriteAllText(_world.Path(file), request.ToJson());
    }
}
