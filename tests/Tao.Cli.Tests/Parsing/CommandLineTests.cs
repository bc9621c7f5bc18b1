using System.Collections.Immutable;
using Tao.Cli.Parsing;
using Tao.Specs;

namespace Tao.Cli.Tests.Parsing;

public sealed class CommandLineTests
{
    private static readonly Flag _text = new("--pruning_threshold", FlagKind.Number, "T.") { Aliases = ["-pth"], Default = "0.1" };
    private static readonly Flag _choice = new("--equalization_criterion", FlagKind.Text, "E.") { Aliases = ["-eq"], Values = ["union", "intersection"] };
    private static readonly Flag _list = new("--excluded_layers", FlagKind.List, "L.") { Aliases = ["-el"] };
    private static readonly Flag _required = new("--experiment_spec_file", FlagKind.Text, "The spec.") { Aliases = ["-e"], Required = true };
    private static readonly Flag _ignored = new("--key", FlagKind.Text, "") { Aliases = ["-k"], NoEffect = "nothing is encrypted." };
    private static readonly Flag _common = new("--gpus", FlagKind.Integer, "G.") { Default = "1" };
    private static readonly Flag _switch = new("--use_amp", FlagKind.Switch, "A.");

    private static readonly CommandLine _line = new(new CommandDeclaration("tao", "Root.")
    {
        Commands =
        [
            new CommandDeclaration("net", "A network.")
            {
                ChildWord = "sub-task",
                InheritedFlags = [_common, _switch],
                Elsewhere = ImmutableSortedDictionary<string, string>.Empty.Add("convert", "There is nothing to convert."),
                Commands =
                [
                    new CommandDeclaration("prune", "Prunes.") { Flags = [_required, _text, _choice, _list, _ignored] },
                    new CommandDeclaration("view", "Views.") { Operand = new Operand("FILE", "A file.", 1, 2) },
                ],
            },
        ],
    });

    [Theory]
    [InlineData("net prune -e s -pth 0.5 -eq union")]
    [InlineData("net prune --experiment_spec_file s --pruning_threshold=0.5 -eq=union")]
    [InlineData("net prune --exp s --pruning_t 0.5 --equal union")]
    [InlineData("net prune --exp=s -pth 9 -pth 0.5 -eq union")]
    [InlineData("net prune -eq union -pth 5e-1 -e s")]
    public void All_spellings_of_TAO_mean_the_same(string arguments)
    {
        var (flags, problems) = Parse(arguments);

        Assert.Empty(problems);
        Assert.Equal("s", flags.Text(_required));
        Assert.Equal("union", flags.Text(_choice));
        Assert.Equal(0.5, double.Parse(flags.Text(_text)!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("net --gpus 2 --use_amp prune -e s")]
    [InlineData("net prune --gpus 2 -e s --use_amp")]
    public void Common_flags_stand_before_or_after_the_sub_task(string arguments)
    {
        var (flags, problems) = Parse(arguments);

        Assert.Empty(problems);
        Assert.Equal("2", flags.Text(_common));
        Assert.True(flags.Has(_switch));
    }

    [Fact]
    public void A_flag_that_is_not_given_has_its_default()
    {
        var (flags, _) = Parse("net prune -e s");

        Assert.Equal(("0.1", "1"), (flags.Text(_text), flags.Text(_common)));
        Assert.False(flags.Has(_text));
        Assert.Null(flags.Text(_choice));
    }

    [Fact]
    public void A_list_takes_all_words_up_to_the_next_flag()
    {
        var (flags, problems) = Parse("net prune -el conv1 conv2 -e s -el conv3");

        Assert.Empty(problems);
        Assert.Equal(["conv1", "conv2", "conv3"], flags.List(_list));
        Assert.Equal("conv1 conv2 conv3", flags.Options(_list)["excluded_layers"]);
    }

    [Fact]
    public void Options_are_named_by_the_long_flag_and_leave_out_what_has_no_value()
    {
        var (flags, _) = Parse("net prune -e s --use_amp");

        Assert.Equal(
            new Dictionary<string, string> { ["pruning_threshold"] = "0.1", ["use_amp"] = "true" },
            flags.Options(_text, _choice, _list, _switch));
    }

    [Theory]
    [InlineData("ner prune", "error TAO5201: 'tao' has no command 'ner'. Did you mean 'net'?")]
    [InlineData("net", "error TAO5215: 'tao net' needs a sub-task. Write one of: prune, view.")]
    [InlineData("net prnue -e s", "error TAO5201: 'tao net' has no sub-task 'prnue'. Did you mean 'prune'?")]
    [InlineData("net xyzzy", "error TAO5201: 'tao net' has no sub-task 'xyzzy'. Write one of: prune, view.")]
    [InlineData("net convert", "error TAO5201: 'tao net' has no sub-task 'convert'. There is nothing to convert.")]
    [InlineData("net prune", "error TAO5203: 'tao net prune' needs --experiment_spec_file/-e: The spec.")]
    [InlineData("net prune -e", "error TAO5203: --experiment_spec_file needs a value: The spec.")]
    [InlineData("net prune -e s --pruning_treshold 1", "error TAO5202: 'tao net prune' has no flag '--pruning_treshold'. Did you mean '--pruning_threshold'?")]
    [InlineData("net prune -e s --e x", "error TAO5202: 'tao net prune' has no flag '--e'. It could be --experiment_spec_file or --equalization_criterion or --excluded_layers.")]
    [InlineData("net prune -e s --unheard_of=3", "error TAO5202: 'tao net prune' has no flag '--unheard_of'. 'tao net prune --help' lists the flags.")]
    [InlineData("net prune -e s -pth 0,5", "error TAO5204: --pruning_threshold is a number, not '0,5'. Write it with a decimal point, for example 0.5.")]
    [InlineData("net prune -e s --gpus two", "error TAO5204: --gpus is a whole number, not 'two'.")]
    [InlineData("net prune -e s -eq onion", "error TAO5204: --equalization_criterion cannot be 'onion'. Did you mean 'union'?")]
    [InlineData("net prune -e s stray", "error TAO5214: 'tao net prune' cannot use the argument 'stray'. 'tao net prune --help' shows what it takes.")]
    [InlineData("net prune -e s -k x", "warning TAO5206: --key has no effect: nothing is encrypted.")]
    [InlineData("net view", "error TAO5203: 'tao net view' needs FILE: A file.")]
    [InlineData("net view a b c", "error TAO5214: 'tao net view' cannot use the argument 'c'. 'tao net view --help' shows what it takes.")]
    public void A_mistake_is_one_line_that_says_what_to_write(string arguments, string expected)
    {
        var (_, problems) = Parse(arguments);

        Assert.Equal("tao : " + expected, Assert.Single(problems));
    }

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        var (_, problems) = Parse("net prune --pruning_treshold 1 -pth a -eq onion b");

        Assert.Equal(5, problems.Count);
    }

    private static (FlagValues Flags, IReadOnlyList<string> Problems) Parse(string arguments)
    {
        var bag = new DiagnosticBag();
        var (flags, _) = _line.Parse(arguments.Split(' ')).Check(bag);
        return (flags, [.. bag.Items.Select(item => item.ToString())]);
    }
}
