using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>A loaded model. Several threads may call <c>Run</c> on one session at the same time.</summary>
public class InferenceSession : IDisposable
{
    private readonly NativeHandle _session;
    private readonly NameTable _inputs;
    private readonly NameTable _outputs;
    private readonly Lazy<ModelMetadata> _metadata;
    private readonly RunOptions _defaultRunOptions = new();

    public InferenceSession(string modelPath)
        : this(Create(modelPath, null))
    {
    }

    public InferenceSession(string modelPath, SessionOptions options)
        : this(Create(modelPath, options))
    {
    }

    public InferenceSession(byte[] model)
        : this(Create(model, null))
    {
    }

    public InferenceSession(byte[] model, SessionOptions options)
        : this(Create(model, options))
    {
    }

    private InferenceSession(nint session)
    {
        _session = new NativeHandle(session, ApiFunction.ReleaseSession);
        InputMetadata = ReadMetadata(
            session, ApiFunction.SessionGetInputCount, ApiFunction.SessionGetInputName, ApiFunction.SessionGetInputTypeInfo, out var inputs);
        OutputMetadata = ReadMetadata(
            session, ApiFunction.SessionGetOutputCount, ApiFunction.SessionGetOutputName, ApiFunction.SessionGetOutputTypeInfo, out var outputs);
        _inputs = new NameTable("input", inputs);
        _outputs = new NameTable("output", outputs);
        _metadata = new(() =>
        {
            using var lease = new HandleLease(_session);
            return new ModelMetadata(lease.Value);
        });
    }

    public IReadOnlyDictionary<string, NodeMetadata> InputMetadata { get; }

    public IReadOnlyDictionary<string, NodeMetadata> OutputMetadata { get; }

    public IReadOnlyList<string> InputNames => _inputs.Names;

    public IReadOnlyList<string> OutputNames => _outputs.Names;

    public ModelMetadata ModelMetadata => _metadata.Value;

    /// <summary>Runs the model; an unknown, missing or ill-shaped input throws <see cref="OnnxRuntimeException"/>.</summary>
    public IDisposableReadOnlyCollection<OrtValue> Run(
        RunOptions? runOptions, IReadOnlyDictionary<string, OrtValue> inputs, IReadOnlyCollection<string> outputNames)
    {
        var names = new string[inputs.Count];
        var values = new OrtValue[inputs.Count];
        var index = 0;
        foreach (var (name, value) in inputs)
            (names[index], values[index++]) = (name, value);
        return Run(runOptions, names, values, outputNames);
    }

    public IDisposableReadOnlyCollection<OrtValue> Run(
        RunOptions? runOptions,
        IReadOnlyCollection<string> inputNames,
        IReadOnlyCollection<OrtValue> inputValues,
        IReadOnlyCollection<string> outputNames)
    {
        Span<nint> results = stackalloc nint[outputNames.Count];
        results.Clear();
        RunNative(runOptions, inputNames, inputValues, outputNames, results);
        var outputs = new DisposableList<OrtValue>(results.Length);
        foreach (var result in results)
            outputs.Add(new OrtValue(result));
        return outputs;
    }

    /// <summary>Runs the model into outputs that the caller made; nothing is allocated or copied.</summary>
    public void Run(
        RunOptions? runOptions,
        IReadOnlyCollection<string> inputNames,
        IReadOnlyCollection<OrtValue> inputValues,
        IReadOnlyCollection<string> outputNames,
        IReadOnlyCollection<OrtValue> outputValues)
    {
        RequireSameCount(outputNames, outputValues);
        Span<nint> results = stackalloc nint[outputNames.Count];
        var index = 0;
        foreach (var value in outputValues)
            results[index++] = value.Handle.DangerousGetHandle();
        RunNative(runOptions, inputNames, inputValues, outputNames, results);
        GC.KeepAlive(outputValues);
    }

    /// <summary>Stops profiling and returns the path of its Chrome-trace file.</summary>
    public string EndProfiling()
    {
        using var lease = new HandleLease(_session);
        return OrtApi.GetString(ApiFunction.SessionEndProfiling, lease.Value);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        _session.Dispose();
        _inputs.Dispose();
        _outputs.Dispose();
        _defaultRunOptions.Dispose();
    }

    private unsafe void RunNative(
        RunOptions? runOptions,
        IReadOnlyCollection<string> inputNames,
        IReadOnlyCollection<OrtValue> inputValues,
        IReadOnlyCollection<string> outputNames,
        Span<nint> results)
    {
        RequireSameCount(inputNames, inputValues);
        _inputs.RequireAll(inputNames);
        var names = stackalloc nint[inputNames.Count];
        var values = stackalloc nint[inputNames.Count];
        var outputs = stackalloc nint[outputNames.Count];
        var index = 0;
        foreach (var name in inputNames)
            names[index++] = _inputs[name];
        index = 0;
        foreach (var value in inputValues)
            values[index++] = value.Handle.DangerousGetHandle();
        index = 0;
        foreach (var name in outputNames)
            outputs[index++] = _outputs[name];
        using var session = new HandleLease(_session);
        using var options = new HandleLease(runOptions ?? _defaultRunOptions);
        fixed (nint* result = results)
        {
            OrtApi.Check(((delegate* unmanaged<nint, nint, nint*, nint*, nint, nint*, nint, nint*, nint>)OrtApi.Function(ApiFunction.Run))(
                session.Value, options.Value, names, values, inputNames.Count, outputs, outputNames.Count, result));
        }
        GC.KeepAlive(inputValues);
    }

    private static void RequireSameCount(IReadOnlyCollection<string> names, IReadOnlyCollection<OrtValue> values)
    {
        if (names.Count != values.Count)
            throw new OnnxRuntimeException(OrtErrorCode.InvalidArgument, $"{names.Count} names were given for {values.Count} values.");
    }

    private static unsafe nint Create(string modelPath, SessionOptions? options)
    {
        using var owned = options is null ? new SessionOptions() : null;
        using var lease = new HandleLease(options ?? owned!);
        nint session;
        fixed (byte* path = OrtApi.PathBytes(modelPath))
        {
            OrtApi.Check(((delegate* unmanaged<nint, byte*, nint, nint*, nint>)OrtApi.Function(ApiFunction.CreateSession))(
                OrtApi.Environment, path, lease.Value, &session));
        }
        return session;
    }

    private static unsafe nint Create(byte[] model, SessionOptions? options)
    {
        using var owned = options is null ? new SessionOptions() : null;
        using var lease = new HandleLease(options ?? owned!);
        nint session;
        fixed (byte* bytes = model)
        {
            OrtApi.Check(((delegate* unmanaged<nint, byte*, nint, nint, nint*, nint>)OrtApi.Function(ApiFunction.CreateSessionFromArray))(
                OrtApi.Environment, bytes, model.Length, lease.Value, &session));
        }
        return session;
    }

    private static unsafe Dictionary<string, NodeMetadata> ReadMetadata(
        nint session, ApiFunction countFunction, ApiFunction nameFunction, ApiFunction typeFunction, out IReadOnlyList<string> names)
    {
        var count = (int)OrtApi.Get(countFunction, session);
        var metadata = new Dictionary<string, NodeMetadata>(count);
        var ordered = new List<string>(count);
        for (var index = 0; index < count; index++)
        {
            nint typeInfo;
            OrtApi.Check(((delegate* unmanaged<nint, nint, nint*, nint>)OrtApi.Function(typeFunction))(session, index, &typeInfo));
            using var owner = new NativeHandle(typeInfo, ApiFunction.ReleaseTypeInfo);
            ordered.Add(OrtApi.GetString(nameFunction, session, index));
            metadata[ordered[^1]] = new NodeMetadata(typeInfo);
        }
        names = ordered;
        return metadata;
    }
}
