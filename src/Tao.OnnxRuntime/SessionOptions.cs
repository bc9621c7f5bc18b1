using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Settings of an <see cref="InferenceSession"/>; a session copies them when it is made.</summary>
public class SessionOptions : SafeHandle
{
    private bool _enableMemoryPattern = true;
    private bool _enableCpuMemArena = true;
    private bool _enableProfiling;
    private string _profileOutputPathPrefix = "onnxruntime_profile_";
    private string _optimizedModelFilePath = "";
    private string _logId = "";
    private OrtLoggingLevel _logSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;
    private int _logVerbosityLevel;
    private int _intraOpNumThreads;
    private int _interOpNumThreads;
    private GraphOptimizationLevel _graphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL;
    private ExecutionMode _executionMode = ExecutionMode.ORT_SEQUENTIAL;

    public SessionOptions()
        : base(0, ownsHandle: true)
    {
        SetHandle(OrtApi.Create(ApiFunction.CreateSessionOptions));
        GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL;
    }

    public override bool IsInvalid => handle == 0;

    public bool EnableMemoryPattern
    {
        get => _enableMemoryPattern;
        set
        {
            Invoke(value ? ApiFunction.EnableMemPattern : ApiFunction.DisableMemPattern);
            _enableMemoryPattern = value;
        }
    }

    /// <summary>Off hands memory back after each run, at about a fifth of the speed of small models.</summary>
    public bool EnableCpuMemArena
    {
        get => _enableCpuMemArena;
        set
        {
            Invoke(value ? ApiFunction.EnableCpuMemArena : ApiFunction.DisableCpuMemArena);
            _enableCpuMemArena = value;
        }
    }

    /// <summary>Set before <see cref="EnableProfiling"/>.</summary>
    public string ProfileOutputPathPrefix
    {
        get => _profileOutputPathPrefix;
        set => _profileOutputPathPrefix = value;
    }

    public bool EnableProfiling
    {
        get => _enableProfiling;
        set
        {
            if (value)
                InvokeWithPath(ApiFunction.EnableProfiling, _profileOutputPathPrefix);
            else
                Invoke(ApiFunction.DisableProfiling);
            _enableProfiling = value;
        }
    }

    /// <summary>The session writes its rewritten graph here; with all optimisations the file fits this machine's CPU only.</summary>
    public string OptimizedModelFilePath
    {
        get => _optimizedModelFilePath;
        set
        {
            InvokeWithPath(ApiFunction.SetOptimizedModelFilePath, value);
            _optimizedModelFilePath = value;
        }
    }

    public string LogId
    {
        get => _logId;
        set
        {
            using var lease = new HandleLease(this);
            OrtApi.Invoke(ApiFunction.SetSessionLogId, lease.Value, value);
            _logId = value;
        }
    }

    /// <summary>FATAL until set, because every error is also an exception.</summary>
    public OrtLoggingLevel LogSeverityLevel
    {
        get => _logSeverityLevel;
        set => _logSeverityLevel = (OrtLoggingLevel)Set(ApiFunction.SetSessionLogSeverityLevel, (int)value);
    }

    public int LogVerbosityLevel
    {
        get => _logVerbosityLevel;
        set => _logVerbosityLevel = Set(ApiFunction.SetSessionLogVerbosityLevel, value);
    }

    /// <summary>Threads within a node; 0 means one per core. More threads than cores makes networks several times slower.</summary>
    public int IntraOpNumThreads
    {
        get => _intraOpNumThreads;
        set => _intraOpNumThreads = Set(ApiFunction.SetIntraOpNumThreads, value);
    }

    public int InterOpNumThreads
    {
        get => _interOpNumThreads;
        set => _interOpNumThreads = Set(ApiFunction.SetInterOpNumThreads, value);
    }

    public GraphOptimizationLevel GraphOptimizationLevel
    {
        get => _graphOptimizationLevel;
        set => _graphOptimizationLevel = (GraphOptimizationLevel)Set(ApiFunction.SetSessionGraphOptimizationLevel, (int)value);
    }

    public ExecutionMode ExecutionMode
    {
        get => _executionMode;
        set => _executionMode = (ExecutionMode)Set(ApiFunction.SetSessionExecutionMode, (int)value);
    }

    public void AddSessionConfigEntry(string configKey, string configValue)
    {
        using var lease = new HandleLease(this);
        OrtApi.Invoke(ApiFunction.AddSessionConfigEntry, lease.Value, configKey, configValue);
    }

    public unsafe void AddFreeDimensionOverrideByName(string dimName, long dimValue)
    {
        using var lease = new HandleLease(this);
        fixed (byte* name = OrtApi.NullTerminated(dimName))
        {
            OrtApi.Check(((delegate* unmanaged<nint, byte*, long, nint>)OrtApi.Function(ApiFunction.AddFreeDimensionOverrideByName))(
                lease.Value, name, dimValue));
        }
    }

    protected override bool ReleaseHandle()
    {
        OrtApi.Release(ApiFunction.ReleaseSessionOptions, handle);
        return true;
    }

    private int Set(ApiFunction function, int value)
    {
        using var lease = new HandleLease(this);
        OrtApi.Invoke(function, lease.Value, value);
        return value;
    }

    private void Invoke(ApiFunction function)
    {
        using var lease = new HandleLease(this);
        OrtApi.Invoke(function, lease.Value);
    }

    private void InvokeWithPath(ApiFunction function, string path)
    {
        using var lease = new HandleLease(this);
        OrtApi.InvokeWithPath(function, lease.Value, path);
    }
}
