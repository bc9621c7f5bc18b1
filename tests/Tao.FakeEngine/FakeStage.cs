using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Tao.FakeEngine;

/// <summary>
/// Behaves as the spec's text says: a line <c>fake: fault</c> is the user's mistake, <c>bug</c> a crash, <c>silent</c> an end without a result,
/// <c>wait</c> a training that goes on until its input ends, <c>deaf</c> one that does not listen.
/// </summary>
internal sealed class FakeStage(FakeRequest request, TextReader input, TextWriter output, TextWriter errors)
{
    public int Run()
    {
        var spec = File.ReadAllText(request.Spec);
        var fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(request.Text + spec)));
        if (File.Exists(ResultFile) && File.ReadAllText(ResultFile).Contains(fingerprint, StringComparison.Ordinal))
        {
            Say(new { @event = "stage", stage = request.Stage, status = "UpToDate" });
            return 0;
        }

        Say(new { @event = "stage", stage = request.Stage, status = "Started", reason = "there is no record of an earlier run" });
        if (spec.Contains("fake: fault", StringComparison.Ordinal))
            return Fault();
        if (spec.Contains("fake: bug", StringComparison.Ordinal))
            return Bug();
        if (spec.Contains("fake: silent", StringComparison.Ordinal))
            return 0;
        if (spec.Contains("fake: wait", StringComparison.Ordinal))
            return Wait();
        if (spec.Contains("fake: deaf", StringComparison.Ordinal))
            Thread.CurrentThread.Join(Timeout.Infinite);
        return Finish(fingerprint);
    }

    private string ResultFile => Path.Combine(request.OutputDirectory, "result.json");

    private int Fault()
    {
        Say(new { @event = "diagnostic", code = "TAO1001", severity = "error", message = "There is no field 'n_epoch'.", remedy = "Write 'n_epochs'.", file = request.Spec, line = 3, column = 5 });
        Say(new { @event = "diagnostic", code = "TAO1009", severity = "warning", message = "The field is ignored.", file = request.Spec, line = 4, column = 1 });
        Say(new { @event = "stage", stage = request.Stage, status = "Failed" });
        return 1;
    }

    private int Bug()
    {
        errors.WriteLine("System.InvalidOperationException: the double was told to crash");
        errors.WriteLine("   at Tao.FakeEngine.FakeStage.Bug()");
        return 2;
    }

    private int Wait()
    {
        Directory.CreateDirectory(request.OutputDirectory);
        File.WriteAllText(Path.Combine(request.OutputDirectory, "started"), "");
        input.ReadToEnd();
        File.WriteAllText(Path.Combine(request.OutputDirectory, "checkpoint"), "");
        Say(new { @event = "stage", stage = request.Stage, status = "Cancelled" });
        return 130;
    }

    private int Finish(string fingerprint)
    {
        for (var epoch = 1; epoch <= 2; epoch++)
        {
            Say(new { @event = "progress", activity = "train", epoch, epochs = 2, step = 1, steps = 1, etaSeconds = 2 - epoch });
            Say(new { @event = "metric", name = "loss", value = 1.0 / epoch, epoch });
        }

        output.WriteLine("a native library's own line");
        Directory.CreateDirectory(request.OutputDirectory);
        string[] files = request.Stage switch
        {
            "ConvertDataset" => ["dataset.json"],
            "Train" or "Prune" or "Retrain" => ["model.tlt"],
            "Export" => ["model.onnx", "labels.txt"],
            "Int8Calibrate" => ["model.int8.onnx", "model.int8.ort.onnx", "calibration.cache"],
            _ => [],
        };
        foreach (var file in files)
            File.WriteAllText(Path.Combine(request.OutputDirectory, file), request.Stage);
        File.WriteAllText(ResultFile, JsonSerializer.Serialize(new
        {
            stage = request.Stage,
            fingerprint,
            metrics = new { accuracy = 0.5 },
            artifacts = files.Select(file => new { name = file, path = file, sha256 = "", bytes = request.Stage.Length }),
        }));
        Say(new { @event = "stage", stage = request.Stage, status = "Finished" });
        return 0;
    }

    private void Say(object item)
    {
        output.WriteLine(JsonSerializer.Serialize(item));
        output.Flush();
    }
}
