using System.Numerics;
using Tao.Engine.Pretrained;
using Tao.Engine.Pretrained.Pickle;

namespace Tao.Engine.Tests.Pretrained.Pickle;

public sealed class PickleReaderTests
{
    [Fact]
    public void Scalars_of_every_opcode_are_read()
    {
        // The bytes are those of CPython's pickle.dumps for each value.
        Assert.Equal(-2L, Read([(byte)'J', 0xfe, 0xff, 0xff, 0xff]));
        Assert.Equal(255L, Read([(byte)'K', 0xff]));
        Assert.Equal(65535L, Read([(byte)'M', 0xff, 0xff]));
        Assert.Equal(1L << 40, Read([0x8a, 6, 0, 0, 0, 0, 0, 1]));
        Assert.Equal(BigInteger.Pow(2, 64), Read([0x8a, 9, 0, 0, 0, 0, 0, 0, 0, 0, 1]));
        Assert.Equal(0L, Read([0x8a, 0]));
        Assert.Equal(1.5, Read([(byte)'G', 0x3f, 0xf8, 0, 0, 0, 0, 0, 0]));
        Assert.Equal("ä", Read([(byte)'X', 2, 0, 0, 0, 0xc3, 0xa4]));
        Assert.Equal("ä", Read([0x8c, 2, 0xc3, 0xa4]));
        Assert.Equal("a", Read([0x8d, 1, 0, 0, 0, 0, 0, 0, 0, (byte)'a']));
        Assert.Equal("ä", Read([(byte)'U', 1, 0xe4]));
        Assert.Equal("ä", Read([(byte)'T', 1, 0, 0, 0, 0xe4]));
        Assert.Equal(new byte[] { 7 }, Read([(byte)'C', 1, 7]));
        Assert.Equal(true, Read([0x88]));
        Assert.Equal(false, Read([0x89]));
        Assert.Null(Read([(byte)'N']));
    }

    [Fact]
    public void A_memoised_list_is_the_same_object_wherever_it_is_read()
    {
        // ] q0 h0 \x86: the tuple (list, list).
        var pair = Assert.IsType<PickleTuple>(Read([(byte)']', (byte)'q', 0, (byte)'h', 0, 0x86]));
        Assert.IsType<PickleList>(pair[0]);
        Assert.Same(pair[0], pair[1]);
    }

    [Fact]
    public void Of_equal_keys_the_last_value_counts()
    {
        var bytes = new PickleBytes().Dict(("a", value => value.Int(1)), ("a", value => value.Int(2))).ToArray();
        Assert.Equal(2L, Assert.IsType<PickleDict>(Read(bytes)).Strings()["a"]);
    }

    [Fact]
    public void Protocol_4_frames_and_stack_globals_are_read()
    {
        // What pickle.dumps({'a': OrderedDict}, 4) starts with: PROTO, FRAME, SHORT_BINUNICODE twice, STACK_GLOBAL.
        byte[] bytes =
        [
            0x80, 4, 0x95, 1, 0, 0, 0, 0, 0, 0, 0, 0x8c, 6, .. "module"u8, 0x94, 0x8c, 4, .. "name"u8, 0x94, 0x93,
        ];
        Assert.Equal(new PickleGlobal("module", "name"), Read(bytes));
    }

    [Fact]
    public void A_call_goes_to_the_host_and_nowhere_else()
    {
        var bytes = new PickleBytes().Global("module", "name").Tuple(item => item.Int(5)).Op('R').ToArray();
        Assert.Equal("module.name/1", Read(bytes));
    }

    [Theory]
    [InlineData("0", "empty stack")]
    [InlineData("t", "never opened")]
    [InlineData("(t(t", "ends early")]
    [InlineData("(0", "empty stack")]
    [InlineData("N(tu", "never opened")]
    [InlineData("N(NNu", "not a dict")]
    [InlineData("}(Nu", "without a value")]
    [InlineData("NNa", "not a list")]
    [InlineData("NNR", "not a known name")]
    [InlineData("N}b", "not a dict")]
    [InlineData("hx", "never written")]
    [InlineData("cmodule", "inside the name")]
    [InlineData("i", "opcode 0x69")]
    [InlineData("o", "opcode 0x6f")]
    [InlineData("\u0081", "opcode 0x81")]
    [InlineData("\u0082x", "opcode 0x82")]
    [InlineData("X\u00ff\u00ff\u00ff\u00ffx", "ends early")]
    [InlineData("T\u00ff\u00ff\u00ff\u00ffx", "ends early")]
    [InlineData("X\u0001\u0000\u0000\u0000\u00ff", "not UTF-8")]
    [InlineData("\u0080\u0009", "protocol is 9")]
    public void A_malformed_pickle_is_a_clear_error(string latin1, string message)
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(latin1);
        var exception = Assert.Throws<WeightFormatException>(() => Read(bytes, stop: latin1 is not ("(t(t" or "cmodule")));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_memo_index_of_four_billion_takes_no_memory()
    {
        Assert.Null(Read([(byte)'N', (byte)'r', 0xff, 0xff, 0xff, 0xff]));
    }

    [Fact]
    public void A_million_nested_tuples_are_no_recursion()
    {
        var bytes = new byte[1_000_001];
        Array.Fill(bytes, (byte)0x85);
        bytes[0] = (byte)'N';
        Assert.IsType<PickleTuple>(Read(bytes));
    }

    [Fact]
    public void A_list_that_contains_itself_is_read()
    {
        // ] q0 h0 a
        var list = Assert.IsType<PickleList>(Read([(byte)']', (byte)'q', 0, (byte)'h', 0, (byte)'a']));
        Assert.Same(list, Assert.Single(list.Items));
    }

    private static object? Read(byte[] body, bool stop = true) =>
        new PickleReader(new PickleInput(stop ? [.. body, (byte)'.'] : body), new NamingHost()).Read();

    private sealed class NamingHost : IPickleHost
    {
        public void CheckGlobal(PickleGlobal name)
        {
        }

        public object Reduce(PickleGlobal name, PickleTuple arguments) => FormattableString.Invariant($"{name}/{arguments.Count}");

        public object? LoadPersistent(object? identity) => identity;
    }
}
