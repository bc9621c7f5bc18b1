using System.Globalization;
using Tao.Specs.Expressions;

namespace Tao.Specs.Tests;

/// <summary>Numbers and sorting must not depend on the machine's language: in German 0.5 is "0,5" and ä sorts with a.</summary>
public sealed class CultureTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void The_language_of_the_machine_changes_nothing(string culture)
    {
        var expected = Everything();
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Everything());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static string Everything()
    {
        var bag = new DiagnosticBag();
        const string text = "name: 'İi' rate: 0.25 offset: -3 limit: -1.5e-7 mode: 'TORCH' kind: L1 means { key: 'ä' value: 1.5 } means { key: 'z' value: -2 } means { key: 'B' value: 3 } count: 11";
        var bound = SpecBinder.Bind<SampleSpec>(SpecReader.Parse(text, "s.txt", SpecFormat.ProtobufText, bag), bag);
        var expression = SpecExpression.Evaluate("[1.5, -1/4]", null, bag)!.AsNumbers()!.Value;
        return string.Join('\n', [
            SpecFingerprint.Canonical(bound.Value, SpecStages.Train | SpecStages.Evaluate),
            .. SpecExplainer.Explain(bound),
            .. bag.Items.Select(item => item.ToString()),
            string.Create(CultureInfo.InvariantCulture, $"{expression[0]} {expression[1]}"),
        ]);
    }
}
