using Tao.Cli.Parsing;

namespace Tao.Cli.Tests.Parsing;

public sealed class LauncherFormsTests
{
    [Theory]
    [InlineData("classification train -e s", "classification train -e s")]
    [InlineData("classification_tf1 train", "classification train")]
    [InlineData("model classification_tf1 train", "classification train")]
    [InlineData("model classification train", "classification train")]
    [InlineData("unknown_tf1 train", "unknown_tf1 train")]
    [InlineData("model", "model")]
    public void Launchers_of_all_years_are_understood(string typed, string expected) =>
        Assert.Equal(expected.Split(' '), LauncherForms.ToOurs(typed.Split(' '), ["classification"]));
}
