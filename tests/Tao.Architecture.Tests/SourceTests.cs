using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tao.Architecture.Tests;

/// <summary>Habits that every source file keeps.</summary>
public sealed partial class SourceTests
{
    public static TheoryData<string, string> BannedEverywhere => new()
    {
        { @"\bDateTime(Offset)?\.(Utc)?Now\b", "take a TimeProvider" },
        { @"\bnew Random\(", "take a seeded generator" },
        { @"\bThread\.Sleep\(", "wait for the event itself" },
        { @"\bEnvironment\.Exit\(", "return an exit code" },
        { @"(?<![\w.])dynamic\s+\w+\s*[=;,)]", "name the type" },
        { @"^\s*#region", "split the file" },
        { @"\bNotImplementedException\b", "implement it" },
        { @"\bTODO\b|\bFIXME\b|\bHACK\b", "do it or file it" },
        { @"catch\s*(\(Exception\))?\s*\{\s*\}", "handle it or let it pass" },
        { @"/work/|/root/", "no machine paths" },
    };

    [Theory]
    [MemberData(nameof(BannedEverywhere))]
    public void Sources_do_not_use(string pattern, string instead)
    {
        var hits = from file in Repository.SourceFiles("src").Concat(Repository.SourceFiles("examples"))
                   from line in Repository.Read(file).Split('\n').Index()
                   where Regex.IsMatch(line.Item, pattern)
                   select $"{file}({line.Index + 1}): {line.Item.Trim()} ({instead})";

        Assert.Empty(hits);
    }

    [Fact]
    public void Only_the_faces_write_to_the_console()
    {
        var hits = from file in Repository.SourceFiles("src")
                   where !file.StartsWith("src/Tao.Cli/", StringComparison.Ordinal)
                   where ConsoleUse().IsMatch(Repository.Read(file))
                   select file;

        Assert.Empty(hits);
    }

    [Fact]
    public void The_namespace_is_the_folder()
    {
        var wrong = from file in Repository.SourceFiles("src").Concat(Repository.SourceFiles("tests"))
                    where !file.StartsWith("src/Tao.Torch/", StringComparison.Ordinal) && !file.StartsWith("src/Tao.OnnxRuntime/", StringComparison.Ordinal)
                    where !file.StartsWith("tests/Tao.Torch.Tests/", StringComparison.Ordinal) // TorchSharp, as the project it mirrors
                    let declared = Repository.Parse(file).Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()
                    where declared is not null
                    let expected = string.Join('.', file.Split('/')[1..^1])
                    where declared.Name.ToString() != expected
                    select $"{file}: {declared.Name}, expected {expected}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_public_class_has_a_file_of_its_name()
    {
        var wrong = from file in Repository.SourceFiles("src")
                    where !file.StartsWith("src/Tao.Torch/", StringComparison.Ordinal) && !file.StartsWith("src/Tao.OnnxRuntime/", StringComparison.Ordinal)
                    where !file.StartsWith("tests/Tao.Torch.Tests/", StringComparison.Ordinal) // TorchSharp, as the project it mirrors
                    let types = Repository.Parse(file).DescendantNodes().OfType<TypeDeclarationSyntax>()
                        .Where(type => type.Parent is BaseNamespaceDeclarationSyntax && type.Modifiers.Any(SyntaxKind.PublicKeyword)).ToList()
                    where types.Count > 0 && types.All(type => type.Identifier.Text != Path.GetFileNameWithoutExtension(file).Split('.')[0])
                    select $"{file}: {string.Join(", ", types.Select(type => type.Identifier.Text))}";

        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"\bConsole\.")]
    private static partial Regex ConsoleUse();
}
