namespace TorchSharp.Modules;

/// <summary>Parameters that share settings of an optimiser's own kind.</summary>
public class ParamGroup<TOptions> : ParamGroup
    where TOptions : OptimizerOptions, new()
{
    /// <summary>Empty.</summary>
    public ParamGroup() => base.Options = new TOptions();

    /// <summary>With settings, or the optimiser's.</summary>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null)
    {
        Parameters = [.. parameters];
        base.Options = options ?? new TOptions();
    }

    /// <summary>The settings.</summary>
    public new TOptions Options
    {
        get => (TOptions)base.Options;
        set => base.Options = value;
    }
}
