namespace Tao.Engine.Tests.Training;

/// <summary>The cases that resumption is tested on, each trained without a break at most once.</summary>
public sealed class TrainingCases : IDisposable
{
    private readonly Dictionary<string, TrainingCase> _cases =
        new[] { TrainingCase.Everything(), TrainingCase.AdamAndBatchNorm(), TrainingCase.EarlyStop() }.ToDictionary(item => item.Name);

    internal TrainingCase this[string name] => _cases[name];

    public void Dispose()
    {
        foreach (var item in _cases.Values)
            item.Dispose();
    }
}
