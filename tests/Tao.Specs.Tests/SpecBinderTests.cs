namespace Tao.Specs.Tests;

public sealed class SpecBinderTests
{
    private static (SampleSpec Value, BoundSpec<SampleSpec> Bound, DiagnosticBag Bag) Bind(string text, SpecFormat format = SpecFormat.ProtobufText, SpecStages stages = SpecStages.None)
    {
        var bag = new DiagnosticBag();
        var bound = SpecBinder.Bind<SampleSpec>(SpecReader.Parse(text, "s.txt", format, bag), bag, stages);
        return (bound.Value, bound, bag);
    }

    private static SampleSpec BindClean(string text, SpecFormat format = SpecFormat.ProtobufText)
    {
        var (value, _, bag) = Bind(text, format);
        Assert.DoesNotContain(bag.Items, item => item.Severity != DiagnosticSeverity.Info);
        return value;
    }

    [Fact]
    public void Absent_fields_have_their_defaults()
    {
        var value = BindClean("name: 'x'");

        Assert.Equal((3u, 0.5f, "caffe", SampleKind.NoReg), (value.Count, value.Rate, value.Mode, value.Kind));
        Assert.Empty(value.Blocks);
        Assert.Null(value.Inner);
        Assert.Null(value.Slow);
    }

    [Theory]
    [InlineData("name: 'x' count: 10 offset: -7 rate: .25 limit: 1e300 enabled: true kind: L1 mode: 'TF' blocks: [1, 2] blocks: 3 means { key: 'r' value: 1 } means { key: 'g' value: 2f } slow: 0", SpecFormat.ProtobufText)]
    [InlineData("name: x\ncount: 10\noffset: -7\nrate: 0.25\nlimit: 1e300\nenabled: yes\nkind: L1\nmode: TF\nblocks: [1, 2, 3]\nmeans: {r: 1, g: 2.0}\nslow: 0", SpecFormat.Yaml)]
    [InlineData("""{"name": "x", "count": 10, "offset": -7, "rate": 0.25, "limit": 1e300, "enabled": true, "kind": "L1", "mode": "TF", "blocks": [1, 2, 3], "means": {"r": 1, "g": 2.0}, "slow": 0}""", SpecFormat.Json)]
    public void The_three_languages_bind_alike(string text, SpecFormat format)
    {
        var value = BindClean(text, format);

        Assert.Equal(("x", 10u, -7, 0.25f, 1e300, true), (value.Name, value.Count, value.Offset, value.Rate, value.Limit, value.Enabled));
        Assert.Equal((SampleKind.First, "tf"), (value.Kind, value.Mode));
        Assert.Equal([1u, 2u, 3u], value.Blocks);
        Assert.Equal([("g", 2f), ("r", 1f)], value.Means.Select(item => (item.Key, item.Value)));
        Assert.Equal(0u, value.Slow);
    }

    [Theory]
    [InlineData("count: 0", 3u)]
    [InlineData("count: 0x0A", 10u)]
    [InlineData("count: 010", 8u)]
    [InlineData("count: 4 count: 5", 5u)]
    public void Whole_numbers_follow_protobuf(string field, uint expected) => Assert.Equal(expected, BindClean($"name: 'x' {field}").Count);

    [Theory]
    [InlineData("count: 1.0")]
    [InlineData("count: '4'")]
    [InlineData("count: four")]
    [InlineData("count: 4x")]
    [InlineData("count: 08")]
    [InlineData("count: 0x")]
    [InlineData("count: -")]
    [InlineData("count { }")]
    [InlineData("count: [1, 2]")]
    [InlineData("rate: 0x1")]
    [InlineData("rate: '0.5'")]
    [InlineData("rate: true")]
    [InlineData("rate: 1.2.3")]
    [InlineData("enabled: 'true'")]
    [InlineData("enabled: 2")]
    [InlineData("enabled: TRUE")]
    [InlineData("mode: tf")]
    [InlineData("mode: 3")]
    [InlineData("inner: 3")]
    [InlineData("inner: [{ }]")]
    [InlineData("blocks: 'a'")]
    [InlineData("inners: 2")]
    public void A_value_of_the_wrong_type_is_reported_at_its_place(string field)
    {
        var (_, _, bag) = Bind($"name: 'x'\n{field}");

        var only = Assert.Single(bag.Items);
        Assert.Contains(only.Code, new[] { SpecCodes.WrongType, SpecCodes.Syntax });
        Assert.Equal(2, only.Location!.Line);
        Assert.NotNull(only.Remedy);
    }

    [Theory]
    [InlineData("count: 11", "TAO1022", "must be >= 1 and <= 10")]
    [InlineData("count: -1", "TAO1022", "does not fit")]
    [InlineData("count: 99999999999", "TAO1022", "does not fit")]
    [InlineData("rate: 0", "TAO1022", "must be > 0 and < 1")]
    [InlineData("rate: 1.0", "TAO1022", "must be > 0 and < 1")]
    [InlineData("rate: inf", "TAO1023", "not a finite float")]
    [InlineData("rate: -nan", "TAO1023", "not a finite float")]
    [InlineData("rate: 1e50", "TAO1023", "not a finite float")]
    [InlineData("blocks: [1, 10]", "TAO1022", "'blocks[1]' is 10")]
    [InlineData("kind: L3", "TAO1025", "cannot be L3")]
    [InlineData("kind: 2", "TAO1025", "cannot be 2")]
    [InlineData("mode: 'cafe'", "TAO1025", "cannot be \"cafe\"")]
    [InlineData("means { value: 1 }", "TAO1030", "no key")]
    [InlineData("means { key: 'r' }", "TAO1030", "no value")]
    [InlineData("means { key: 'r' val: 1 value: 1 }", "TAO1020", "no field 'val'")]
    [InlineData("means { key: 'r' value: 'x' }", "TAO1021", "'means[r]' is a float")]
    [InlineData("means: 3", "TAO1030", "is a map")]
    [InlineData("inner { width: 0 }", "TAO1022", "'inner.width' is 0")]
    public void A_bad_value_is_reported_with_its_code(string field, string code, string part)
    {
        var (_, _, bag) = Bind($"name: 'x'\n{field}");

        var only = Assert.Single(bag.Items);
        Assert.Equal((code, 2), (only.Code, only.Location!.Line));
        Assert.Contains(part, only.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cout: 3", "Did you mean 'count'?")]
    [InlineData("Enabled: true", "Did you mean 'enabled'?")]
    [InlineData("innerByName { }", "Did you mean 'inner_by_name'?")]
    [InlineData("width: 3", "It belongs to 'inner.width', 'inner.deeper.width', 'inners.width' and others: move it there.")]
    [InlineData("learning_rat: 3", "It belongs to 'inner.learning_rate', 'inner.deeper.learning_rate', 'inners.learning_rate' and others: move it there.")]
    [InlineData("inner { count: 3 }", "It belongs to 'count': move it there, or add the closing brace that is missing above it.")]
    [InlineData("inner { xyzzy: 3 }", "SampleInner has: deeper, learning_rate, path, width.")]
    public void An_unknown_field_gets_the_nearest_name_or_place(string field, string remedy)
    {
        var (_, _, bag) = Bind($"name: 'x'\n{field}");

        var only = Assert.Single(bag.Items);
        Assert.Equal((SpecCodes.UnknownField, 2, remedy), (only.Code, only.Location!.Line, only.Remedy));
    }

    [Fact]
    public void A_missing_field_is_reported_at_its_message_but_not_when_it_was_only_misspelt()
    {
        Assert.Equal(SpecCodes.MissingField, Assert.Single(Bind("count: 3").Bag.Items).Code);
        Assert.Equal(SpecCodes.UnknownField, Assert.Single(Bind("nam: 'x'").Bag.Items).Code);
        Assert.Equal(SpecCodes.MissingField, Assert.Single(Bind("name: ''").Bag.Items).Code);
    }

    [Fact]
    public void Fields_that_a_stage_needs_are_required_only_for_it()
    {
        Assert.Empty(Bind("name: 'x'", stages: SpecStages.Train).Bag.Items);
        Assert.Equal(SpecCodes.MissingField, Assert.Single(Bind("name: 'x'", stages: SpecStages.Train | SpecStages.Evaluate).Bag.Items).Code);
    }

    [Fact]
    public void The_last_member_of_a_oneof_wins()
    {
        var (value, bound, bag) = Bind("name: 'x'\nfast { width: 2 }\nslow: 4");

        Assert.Null(value.Fast);
        Assert.Equal(4u, value.Slow);
        Assert.False(bound.Origins.ContainsKey("fast"));
        var only = Assert.Single(bag.Items);
        Assert.Equal((SpecCodes.OneOfConflict, DiagnosticSeverity.Warning, 2), (only.Code, only.Severity, only.Location!.Line));
    }

    [Fact]
    public void A_replaced_member_of_a_oneof_is_still_checked_and_does_not_come_back()
    {
        var (value, _, bag) = Bind("name: 'x'\nfast { width: 0 }\nslow: 4\nfast { learning_rate: 1 }");

        Assert.Equal((7u, 1f), (value.Fast!.Width, value.Fast.LearningRate));
        Assert.Null(value.Slow);
        Assert.Contains(bag.Items, item => item.Code == SpecCodes.OutOfRange && item.Location!.Line == 2);
    }

    [Fact]
    public void Messages_merge_and_repeated_ones_do_not()
    {
        var value = BindClean("name: 'x' inner { width: 2 deeper { width: 3 } } inner { learning_rate: 4 deeper { learning_rate: 5 } } inners { width: 2 } inners: [ { width: 3 }, < > ]");

        Assert.Equal((2u, 4f), (value.Inner!.Width, value.Inner.LearningRate));
        Assert.Equal((3u, 5f), (value.Inner.Deeper!.Width, value.Inner.Deeper.LearningRate));
        Assert.Equal([2u, 3u, 7u], value.Inners.Select(item => item.Width));
    }

    [Fact]
    public void Maps_take_the_last_entry_of_a_key_and_may_hold_messages()
    {
        var value = BindClean("name: 'x' means { key: 'r' value: 1 } means: [{ key: 'g' value: 2 }, { value: 3 key: 'r' }] inner_by_name { key: 'a' value { width: 9 } }");

        Assert.Equal([("g", 2f), ("r", 3f)], value.Means.Select(item => (item.Key, item.Value)));
        Assert.Equal(9u, value.InnerByName["a"].Width);
    }

    [Fact]
    public void Null_counts_as_absent()
    {
        var value = BindClean("name: x\ncount: null\ninner: ~\n", SpecFormat.Yaml);

        Assert.Equal(3u, value.Count);
        Assert.Null(value.Inner);
    }

    [Theory]
    [InlineData("old_head: true", "TAO1028", DiagnosticSeverity.Warning)]
    [InlineData("parallelism: 2", "TAO1029", DiagnosticSeverity.Warning)]
    [InlineData("extra: 2", "TAO1032", DiagnosticSeverity.Info)]
    [InlineData("count: 2 count: 2", "TAO1027", DiagnosticSeverity.Info)]
    [InlineData("visualizer { clearml_config { task: 't' } }", "TAO1029", DiagnosticSeverity.Warning)]
    public void What_has_no_effect_is_said(string field, string code, DiagnosticSeverity severity)
    {
        var only = Assert.Single(Bind($"name: 'x' {field}").Bag.Items);

        Assert.Equal((code, severity), (only.Code, only.Severity));
    }

    [Fact]
    public void Rules_report_at_the_first_given_field_and_stay_silent_about_faulty_ones()
    {
        var only = Assert.Single(Bind("name: 'x'\ncount: 6\nrate: 0.9").Bag.Items);
        Assert.Equal((SpecCodes.Contradiction, new SourceLocation("s.txt", 3, 1)), (only.Code, only.Location));

        Assert.Equal(SpecCodes.OutOfRange, Assert.Single(Bind("name: 'x'\ncount: 6 count: 11\nrate: 0.9").Bag.Items, item => item.Severity == DiagnosticSeverity.Error).Code);
    }

    [Fact]
    public void All_problems_of_a_spec_are_reported_at_once()
    {
        var (_, _, bag) = Bind("nam: 'x'\ncount: 11\nrate: 'a'\nkind: L9\ninner {\n  width: 0\n  witdh: 3\n}\nmeans { }\nmode: 'x'");

        Assert.Equal(
            ["1 TAO1020", "2 TAO1022", "3 TAO1021", "4 TAO1025", "6 TAO1022", "7 TAO1020", "9 TAO1030", "10 TAO1025"],
            bag.Items.OrderBy(item => item.Location!.Line).Select(item => $"{item.Location!.Line} {item.Code}"));
    }

    [Fact]
    public void Places_of_values_can_be_looked_up()
    {
        var (_, bound, _) = Bind("name: 'x'\nblocks: [1,\n  2]\ninner {\n width: 2 }\nmeans { key: 'r' value: 1 }");

        Assert.Equal(new SourceLocation("s.txt", 3, 3), bound.LocationOf("blocks[1]"));
        Assert.Equal(new SourceLocation("s.txt", 5, 2), bound.LocationOf("inner.width"));
        Assert.Equal(new SourceLocation("s.txt", 4, 1), bound.LocationOf("inner.path"));
        Assert.Equal(new SourceLocation("s.txt", 6, 7), bound.LocationOf("means[r]"));
        Assert.Equal(new SourceLocation("s.txt", 1, 1), bound.LocationOf("count"));
    }
}
