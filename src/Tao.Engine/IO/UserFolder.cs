namespace Tao.Engine.IO;

/// <summary>This user's folders for a program's own files, as the XDG Base Directory Specification 0.8 places them.</summary>
internal static class UserFolder
{
    /// <param name="environment">Gives a variable of the environment.</param>
    /// <param name="variable">The variable that may move it, such as <c>XDG_STATE_HOME</c>; a relative path in it counts as none.</param>
    /// <param name="usual">Where it is otherwise, below the user's home: <c>.local/state</c>. On Windows always the local application data.</param>
    /// <returns>Full path of the part that is ours.</returns>
    public static string Of(Func<string, string?> environment, string variable, string usual)
    {
        string? folder = environment(variable);
        if (string.IsNullOrEmpty(folder) || !Path.IsPathRooted(folder))
        {
            folder = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Path.Combine(Home(environment), usual);
        }
        return Path.Combine(folder, "tao");
    }

    public static string Home(Func<string, string?> environment) => environment("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}
