using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Who made a model and what it carries along.</summary>
public class ModelMetadata
{
    internal ModelMetadata(nint session)
    {
        var metadata = OrtApi.Get(ApiFunction.SessionGetModelMetadata, session);
        try
        {
            ProducerName = OrtApi.GetString(ApiFunction.ModelMetadataGetProducerName, metadata);
            GraphName = OrtApi.GetString(ApiFunction.ModelMetadataGetGraphName, metadata);
            Domain = OrtApi.GetString(ApiFunction.ModelMetadataGetDomain, metadata);
            Description = OrtApi.GetString(ApiFunction.ModelMetadataGetDescription, metadata);
            GraphDescription = OrtApi.GetString(ApiFunction.ModelMetadataGetGraphDescription, metadata);
            Version = OrtApi.Get(ApiFunction.ModelMetadataGetVersion, metadata);
            CustomMetadataMap = Keys(metadata).ToDictionary(key => key, key => Lookup(metadata, key));
        }
        finally
        {
            OrtApi.Release(ApiFunction.ReleaseModelMetadata, metadata);
        }
    }

    public string ProducerName { get; }

    public string GraphName { get; }

    public string Domain { get; }

    public string Description { get; }

    public string GraphDescription { get; }

    public long Version { get; }

    public Dictionary<string, string> CustomMetadataMap { get; }

    private static unsafe List<string> Keys(nint metadata)
    {
        nint* keys;
        long count;
        OrtApi.Check(((delegate* unmanaged<nint, nint, nint**, long*, nint>)OrtApi.Function(ApiFunction.ModelMetadataGetCustomMetadataMapKeys))(
            metadata, OrtApi.DefaultAllocator, &keys, &count));
        var result = new List<string>((int)count);
        for (var index = 0; index < count; index++)
            result.Add(OrtApi.TakeString(keys[index]));
        OrtApi.Free((nint)keys);
        return result;
    }

    private static unsafe string Lookup(nint metadata, string key)
    {
        nint value;
        fixed (byte* name = OrtApi.NullTerminated(key))
        {
            OrtApi.Check(((delegate* unmanaged<nint, nint, byte*, nint*, nint>)OrtApi.Function(ApiFunction.ModelMetadataLookupCustomMetadataMap))(
                metadata, OrtApi.DefaultAllocator, name, &value));
        }
        return OrtApi.TakeString(value);
    }
}
