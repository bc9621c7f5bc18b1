namespace Tao.Specs.Tests;

public sealed class DiagnosticBagTests
{
    [Fact]
    public void Only_errors_throw_and_the_exception_carries_everything()
    {
        var bag = new DiagnosticBag();
        bag.Warning("TAO1029", "Odd.");
        bag.Info("TAO1027", "So.");
        bag.ThrowIfErrors();
        Assert.False(bag.HasErrors);

        bag.Error("TAO1020", "Wrong.", "Fix it.", new("s.txt", 1, 2));

        var exception = Assert.Throws<TaoException>(bag.ThrowIfErrors);
        Assert.Equal(3, exception.Diagnostics.Count);
        Assert.Contains("s.txt(1,2): error TAO1020: Wrong. Fix it.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_lose_nothing()
    {
        var bag = new DiagnosticBag();

        Parallel.For(0, 1000, _ => bag.Error("TAO1020", "Wrong."));

        Assert.Equal(1000, bag.Items.Count);
    }
}
