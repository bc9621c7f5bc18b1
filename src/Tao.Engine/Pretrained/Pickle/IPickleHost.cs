namespace Tao.Engine.Pretrained.Pickle;

/// <summary>
/// Gives meaning to the few names a pickle may use. The host is the whole whitelist: what it does not know it refuses with a
/// <see cref="WeightFormatException"/> that says the name.
/// </summary>
internal interface IPickleHost
{
    /// <summary>Called when the pickle names a global, before any use of it.</summary>
    void CheckGlobal(PickleGlobal name);

    /// <summary>The value of <c>name(*arguments)</c>.</summary>
    object? Reduce(PickleGlobal name, PickleTuple arguments);

    /// <summary>The object that lies outside the pickle under this identity (a tensor's storage).</summary>
    object? LoadPersistent(object? identity);
}
