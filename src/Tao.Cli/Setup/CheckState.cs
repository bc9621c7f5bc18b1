namespace Tao.Cli.Setup;

internal enum CheckState
{
    Ok,
    Warning,
    Problem,
}
