namespace Tao.Cli;

/// <summary>What the command's exit status tells a script.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Something the user can put right; every problem has been printed.</summary>
    public const int UserError = 1;

    /// <summary>A bug of ours, or a crash.</summary>
    public const int Bug = 2;

    /// <summary>Stopped on request, resumable: 128 + SIGINT, as shells report it.</summary>
    public const int Cancelled = 130;
}
