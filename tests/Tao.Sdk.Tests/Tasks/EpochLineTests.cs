using System.Globalization;
using Tao.Sdk.Tasks.Engine;

namespace Tao.Sdk.Tests.Tasks;

public sealed class EpochLineTests
{
    [Fact]
    public void Numbers_are_written_the_same_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            var line = new EpochLine(3, 20) { EtaSeconds = 11.2 };
            line.Add("loss", 0.41234);
            line.Add("val_acc", 0.9);

            Assert.Equal("epoch 3/20: loss 0.4123, val_acc 0.9, 12 s left", line.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
