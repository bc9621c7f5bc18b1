using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tao.Architecture.Tests;

public sealed class SizeTests
{
    private const int LongestFile = 400;
    private const int LongestMethod = 60;
    private const int MostParameters = 6;

    private static readonly string[] _folders = ["src", "tests", "examples", "build"];

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        var patterns = new[] { "*.cs", "*.cpp", "*.h", "*.targets", "*.props", "*.cake", "*.sh", "*.py" };
        var tooLong = from folder in _folders
                      from pattern in patterns
                      from file in Repository.SourceFiles(folder, pattern)
                      let lines = Repository.Read(file).Count(character => character == '\n')
                      where lines > LongestFile
                      select $"{file}: {lines} lines";

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_method_is_longer_than_60_lines()
    {
        var tooLong = from method in Methods()
                      let span = method.Syntax.GetLocation().GetLineSpan()
                      let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
                      where lines > LongestMethod
                      select $"{method.File}({span.StartLinePosition.Line + 1}): {lines} lines";

        Assert.Empty(tooLong);
    }

    /// <summary>Torch's and ONNX Runtime's own signatures are theirs, and a record's parameters are its data.</summary>
    [Fact]
    public void No_method_of_ours_takes_more_than_6_parameters()
    {
        var tooMany = from method in Methods()
                      where method.File.StartsWith("src/", StringComparison.Ordinal) // test doubles implement the interfaces of others
                      where !method.File.StartsWith("src/Tao.Torch/", StringComparison.Ordinal)
                      where !method.File.StartsWith("src/Tao.OnnxRuntime/", StringComparison.Ordinal)
                      where !method.Syntax.Modifiers.Any(modifier => modifier.Text is "extern" or "partial")
                      where method.Syntax.ParameterList.Parameters.Count > MostParameters
                      select $"{method.File}({method.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1})";

        Assert.Empty(tooMany);
    }

    private static IEnumerable<(string File, BaseMethodDeclarationSyntax Syntax)> Methods() =>
        from folder in _folders
        from file in Repository.SourceFiles(folder)
        from method in Repository.Parse(file).DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
        select (file, method);
}
