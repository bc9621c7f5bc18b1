using System.Collections;
using Microsoft.Build.Framework;

namespace Tao.Sdk.Tests.Tasks;

/// <summary>Keeps what a task logs.</summary>
internal sealed class RecordingBuildEngine : IBuildEngine3
{
    private readonly Lock _lock = new();
    private readonly List<BuildMessageEventArgs> _messages = [];

    public List<BuildErrorEventArgs> Errors { get; } = [];

    public List<BuildWarningEventArgs> Warnings { get; } = [];

    public int Yields { get; private set; }

    public int Reacquires { get; private set; }

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "model.taoproj";

    public bool IsRunningMultipleNodes => false;

    public IReadOnlyList<string> Shown(MessageImportance atLeast = MessageImportance.High)
    {
        lock (_lock)
            return [.. _messages.Where(message => message.Importance <= atLeast).Select(message => message.Message ?? "")];
    }

    public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add(e);

    public void LogWarningEvent(BuildWarningEventArgs e) => Warnings.Add(e);

    public void LogMessageEvent(BuildMessageEventArgs e)
    {
        lock (_lock)
            _messages.Add(e);
    }

    public void LogCustomEvent(CustomBuildEventArgs e)
    {
    }

    public void Yield() => Yields++;

    public void Reacquire() => Reacquires++;

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException();

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs, string toolsVersion) =>
        throw new NotSupportedException();

    public bool BuildProjectFilesInParallel(
        string[] projectFileNames, string[] targetNames, IDictionary[] globalProperties, IDictionary[] targetOutputsPerProject,
        string[] toolsVersion, bool useResultsCache, bool unloadProjectsOnCompletion) => throw new NotSupportedException();

    public BuildEngineResult BuildProjectFilesInParallel(
        string[] projectFileNames, string[] targetNames, IDictionary[] globalProperties, IList<string>[] removeGlobalProperties,
        string[] toolsVersion, bool returnTargetOutputs) => throw new NotSupportedException();
}
