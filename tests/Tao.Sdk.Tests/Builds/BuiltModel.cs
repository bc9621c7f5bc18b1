namespace Tao.Sdk.Tests.Builds;

/// <summary>One project with every stage built, which tests copy; so each of them costs only what it changes.</summary>
[CollectionDefinition(Collection)]
public sealed class BuiltModel(PackedSdk sdk) : ICollectionFixture<BuiltModel>, IAsyncLifetime
{
    public const string Collection = "real builds";

    internal ModelProject Project { get; } = ModelProject.Create(sdk);

    internal BuildOutcome FirstBuild { get; private set; } = new(-1, "");

    public async ValueTask InitializeAsync() => FirstBuild = (await Project.BuildAsync()).MustSucceed();

    public ValueTask DisposeAsync()
    {
        Project.Dispose();
        return ValueTask.CompletedTask;
    }
}
