// Where things are, and the few ways in which the tasks start programs.
using System.Security.Cryptography;

const string Configuration = "Release";

string Root = FindRoot();

string PathOf(params string[] parts) => System.IO.Path.Combine(new[] { Root }.Concat(parts).ToArray());

string FindRoot()
{
    var directory = new System.IO.DirectoryInfo(MakeAbsolute(Directory(".")).FullPath);
    while (directory != null && !System.IO.File.Exists(System.IO.Path.Combine(directory.FullName, "Tao.Sdk.sln")))
        directory = directory.Parent;
    return directory?.FullName ?? throw new CakeException("Tao.Sdk.sln is in no folder above the current one.");
}

// Runs a program in the repository's root, with its output shown, and fails the task when it fails.
void Run(string program, params string[] arguments)
{
    var exitCode = TryRun(program, arguments);
    if (exitCode != 0)
        throw new CakeException($"'{program} {string.Join(' ', arguments)}' failed with exit code {exitCode}.");
}

int TryRun(string program, params string[] arguments)
{
    using var process = System.Diagnostics.Process.Start(StartInfo(program, arguments));
    process.WaitForExit();
    return process.ExitCode;
}

void DotNet(params string[] arguments) => Run("dotnet", arguments);

// The first line of a program's output, or null when the program is not there or fails.
string Ask(string program, params string[] arguments)
{
    var start = StartInfo(program, arguments);
    start.RedirectStandardOutput = true;
    start.RedirectStandardError = true;
    try
    {
        using var process = System.Diagnostics.Process.Start(start);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Split('\n')[0].Trim() : null;
    }
    catch (System.ComponentModel.Win32Exception)
    {
        return null;
    }
}

System.Diagnostics.ProcessStartInfo StartInfo(string program, string[] arguments)
{
    var start = new System.Diagnostics.ProcessStartInfo(program) { WorkingDirectory = Root, UseShellExecute = false };
    foreach (var argument in arguments)
        start.ArgumentList.Add(argument);
    return start;
}

// One hash over names and contents, so that a task can tell whether its inputs changed.
string HashOf(IEnumerable<string> files)
{
    using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    foreach (var file in files.OrderBy(file => file, StringComparer.Ordinal))
    {
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(System.IO.Path.GetRelativePath(Root, file)));
        hash.AppendData(SHA256.HashData(System.IO.File.ReadAllBytes(file)));
    }

    return Convert.ToHexString(hash.GetHashAndReset());
}

// Files below a folder, without what builds leave there.
IEnumerable<string> SourcesBelow(string folder) => System.IO.Directory.Exists(folder)
    ? System.IO.Directory.EnumerateFiles(folder, "*", System.IO.SearchOption.AllDirectories)
        .Where(file => !System.IO.Path.GetRelativePath(Root, file).Split('/', '\\').Any(part => part is "bin" or "obj" or "node_modules"))
    : Array.Empty<string>();

bool IsMarked(string marker, string hash) => System.IO.File.Exists(marker) && System.IO.File.ReadAllText(marker) == hash;

void Mark(string marker, string hash)
{
    System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(marker));
    System.IO.File.WriteAllText(marker, hash);
}
