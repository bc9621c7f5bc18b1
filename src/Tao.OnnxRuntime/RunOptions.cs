using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Settings of one or more runs. Setting <see cref="Terminate"/> from another thread stops them.</summary>
public class RunOptions : SafeHandle
{
    private bool _terminate;
    private int _logVerbosityLevel;
    private string _logId = "";
    private OrtLoggingLevel _logSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;

    public RunOptions()
        : base(0, ownsHandle: true)
    {
        SetHandle(OrtApi.Create(ApiFunction.CreateRunOptions));
        LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>True makes every run that uses these options fail soon; it is looked at between nodes.</summary>
    public bool Terminate
    {
        get => _terminate;
        set
        {
            using var lease = new HandleLease(this);
            OrtApi.Invoke(value ? ApiFunction.RunOptionsSetTerminate : ApiFunction.RunOptionsUnsetTerminate, lease.Value);
            _terminate = value;
        }
    }

    public string LogId
    {
        get => _logId;
        set
        {
            using var lease = new HandleLease(this);
            OrtApi.Invoke(ApiFunction.RunOptionsSetRunTag, lease.Value, value);
            _logId = value;
        }
    }

    public OrtLoggingLevel LogSeverityLevel
    {
        get => _logSeverityLevel;
        set
        {
            using var lease = new HandleLease(this);
            OrtApi.Invoke(ApiFunction.RunOptionsSetRunLogSeverityLevel, lease.Value, (int)value);
            _logSeverityLevel = value;
        }
    }

    public int LogVerbosityLevel
    {
        get => _logVerbosityLevel;
        set
        {
            using var lease = new HandleLease(this);
            OrtApi.Invoke(ApiFunction.RunOptionsSetRunLogVerbosityLevel, lease.Value, value);
            _logVerbosityLevel = value;
        }
    }

    public void AddRunConfigEntry(string configKey, string configValue)
    {
        using var lease = new HandleLease(this);
        OrtApi.Invoke(ApiFunction.AddRunConfigEntry, lease.Value, configKey, configValue);
    }

    protected override bool ReleaseHandle()
    {
        OrtApi.Release(ApiFunction.ReleaseRunOptions, handle);
        return true;
    }
}
