namespace Tao.Cli.Setup;

internal sealed record InfoNetwork(string Name, IReadOnlyList<string> SubTasks, IReadOnlyList<string>? Backbones);
