namespace Tao.Specs.Tests;

public sealed class SpecExplainerTests
{
    [Fact]
    public void Every_value_is_shown_with_its_origin()
    {
        const string text = """
            name: "x \"y\""
            count: 4
            blocks: [1, 2]
            means { key: "r" value: 0.1 }
            parallelism: 2
            inner {
              width: 2
            }
            inners { } inners { width: 3 }
            slow: 0
            old_head: true
            """;
        var bag = new DiagnosticBag();
        var bound = SpecBinder.Bind<SampleSpec>(SpecReader.Parse(text, "s.txt", SpecFormat.ProtobufText, bag), bag);

        Assert.Equal(
            """
            name = "x \"y\""              # s.txt(1)
            count = 4                     # s.txt(2)
            offset = 0                    # default
            rate = 0.5                    # default
            limit = 0                     # default
            enabled = false               # default
            kind = NO_REG                 # default
            mode = "caffe"                # default
            blocks = [1, 2]               # s.txt(3)
            means = {r: 0.1}              # s.txt(4)
            inner.width = 2               # s.txt(7)
            inner.learning_rate = 0       # default
            inner.path = ""               # default
            inners[0].width = 7           # default
            inners[0].learning_rate = 0   # default
            inners[0].path = ""           # default
            inners[1].width = 3           # s.txt(9)
            inners[1].learning_rate = 0   # default
            inners[1].path = ""           # default
            slow = 0                      # s.txt(10)
            n_workers = 0                 # default
            parallelism = 2               # s.txt(5), no effect
            extra = 0                     # default
            """,
            string.Join('\n', SpecExplainer.Explain(bound)));
    }
}
