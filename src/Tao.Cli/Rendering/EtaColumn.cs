using Spectre.Console;
using Spectre.Console.Rendering;

namespace Tao.Cli.Rendering;

/// <summary>The engine's own estimate: it knows the evaluation between epochs, which a bar's speed does not show.</summary>
internal sealed class EtaColumn : ProgressColumn
{
    public const string Key = "eta";

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        var seconds = task.State.Get<double>(Key);
        return new Text(seconds > 0 ? $"ETA {Quantity.Clock(TimeSpan.FromSeconds(seconds))}" : "");
    }
}
