namespace Tao.Cli.Parsing;

internal enum FlagKind
{
    Text,
    Integer,
    Number,

    /// <summary>Given or not; takes no value.</summary>
    Switch,

    /// <summary>Any number of values behind one flag: <c>--gpu_index 0 1</c>.</summary>
    List,
}
