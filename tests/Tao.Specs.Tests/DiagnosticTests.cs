namespace Tao.Specs.Tests;

public sealed class DiagnosticTests
{
    [Fact]
    public void The_text_is_MSBuilds_canonical_form()
    {
        var location = new SourceLocation("specs/train.txt", 3, 5);

        Assert.Equal("specs/train.txt(3,5): error TAO1001: Wrong. Fix it.", new Diagnostic("TAO1001", DiagnosticSeverity.Error, "Wrong.", "Fix it.", location).ToString());
        Assert.Equal("tao : warning TAO1002: Odd.", new Diagnostic("TAO1002", DiagnosticSeverity.Warning, "Odd.", null, null).ToString());
        Assert.Equal("specs/train.txt(3,5): info TAO1003: So.", new Diagnostic("TAO1003", DiagnosticSeverity.Info, "So.", null, location).ToString());
    }
}
