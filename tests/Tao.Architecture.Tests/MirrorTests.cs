using System.Text.RegularExpressions;

namespace Tao.Architecture.Tests;

public sealed partial class MirrorTests
{
    /// <summary>A test file that asserts nothing proves nothing.</summary>
    [Fact]
    public void Every_test_file_asserts()
    {
        var silent = from file in Repository.SourceFiles("tests", "*Tests.cs")
                     let text = Repository.Read(file)
                     where !text.Contains("Assert.", StringComparison.Ordinal) && !text.Contains("Numbers.Equal(", StringComparison.Ordinal)
                     where Path.GetFileName(file) != "CallFormsTests.cs" // proves by compiling and running
                     where !text.Contains("[Property", StringComparison.Ordinal)
                     select file;

        Assert.Empty(silent);
    }

    /// <summary>Dropout draws from torch's one generator, so a run beside another one would not be repeatable.</summary>
    [Fact]
    public void Tests_that_train_do_not_run_beside_each_other()
    {
        var beside = from file in Repository.SourceFiles("tests/Tao.Engine.Tests", "*Tests.cs")
                     let text = Repository.Read(file)
                     where TrainsInATest().IsMatch(text) && !text.Contains("[Collection(BuiltProject.Collection)]", StringComparison.Ordinal)
                     select file;

        Assert.Empty(beside);
    }

    [Fact]
    public void Every_project_with_code_has_a_test_project()
    {
        var without = from file in Repository.SourceFiles("src", "*.csproj")
                      let name = Path.GetFileNameWithoutExtension(file)
                      where name is not ("Tao.Sdk" or "Tao.Sdk.Tasks" or "Tao.Templates") // tests/Tao.Sdk.Tests drives them as packed
                      where !File.Exists(Path.Combine(Repository.Root, $"tests/{name}.Tests/{name}.Tests.csproj"))
                      select name;

        Assert.Empty(without);
    }

    [GeneratedRegex(@"ForwardMode\.Training|Run\((project, )?StageKind\.(Train|Retrain)|BuiltProject\.Stages|Runs\[StageKind\.(Train|Retrain)")]
    private static partial Regex TrainsInATest();
}
