using System.Collections.Immutable;
using Tao.Data.Detection;
using Tao.Specs;

namespace Tao.Data.Tests.Detection;

public sealed class ClassMappingTests
{
    private static readonly SourceLocation _place = new("spec.txt", 7, 3);

    private readonly DiagnosticBag _bag = new();

    private static ClassMapping Mapping => new([new("car", "Car"), new("van", "car"), new("Pedestrian", "person"), new("trafficlight", "light")], _place);

    [Fact]
    public void Targets_are_in_lower_case_and_in_order_and_case_and_spaces_do_not_matter()
    {
        Assert.Equal(["car", "light", "person"], Mapping.Classes);
        Assert.Equal([0, 0, 2, 1, null], new[] { "CAR", "Van", "pedestrian", "Traffic Light", "DontCare" }.Select(Mapping.IndexOf));
    }

    [Fact]
    public void Labels_that_fit_need_no_word()
    {
        Check(("car", 5), ("van", 1), ("Pedestrian", 3), ("trafficlight", 1), ("DontCare", 9));

        Assert.Empty(_bag.Items);
    }

    [Fact]
    public void A_class_that_no_label_has_is_an_error_with_the_counts()
    {
        Check(("car", 5), ("van", 1), ("Pedestrian", 3), ("Truck", 2));

        Assert.Equal(
            [(DataCodes.ClassAbsent, DiagnosticSeverity.Error), (DataCodes.ClassUnmapped, DiagnosticSeverity.Warning)],
            _bag.Items.Select(item => (item.Code, item.Severity)));
        Assert.Equal("No object is of the class 'light'. The labels have Pedestrian 3, Truck 2, car 5, van 1.", _bag.Items[0].Message);
        Assert.StartsWith("2 object(s) of 'Truck' are left out", _bag.Items[1].Message, StringComparison.Ordinal);
        Assert.All(_bag.Items, item => Assert.Equal(_place, item.Location));
    }

    [Fact]
    public void A_source_of_a_class_that_others_have_is_a_warning()
    {
        Check(("car", 5), ("Pedestrian", 3), ("trafficlight", 1));

        var warning = Assert.Single(_bag.Items);
        Assert.Equal((DataCodes.ClassAbsent, DiagnosticSeverity.Warning), (warning.Code, warning.Severity));
        Assert.StartsWith("target_class_mapping names 'van'", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_spelling_is_told_and_taken()
    {
        Check(("Car", 5), ("van", 1), ("Pedestrian", 3), ("Traffic Light", 1));

        Assert.All(_bag.Items, item => Assert.Equal((DataCodes.ClassSpelling, DiagnosticSeverity.Info), (item.Code, item.Severity)));
        Assert.Equal(["Car", "Traffic Light"], _bag.Items.Select(item => item.Message.Split('\'')[1]));
    }

    [Fact]
    public void Two_targets_for_one_class_are_an_error()
    {
        var mapping = new ClassMapping([new("Car", "vehicle"), new("car", "car"), new("van", "vehicle"), new("Van", "vehicle")], _place);

        mapping.Check(Counts(("car", 1), ("Van", 1)), mustHaveAll: true, _bag);

        var error = Assert.Single(_bag.Items);
        Assert.Equal((SpecCodes.Contradiction, "target_class_mapping has two targets for 'Car', which it also writes 'car'."), (error.Code, error.Message));
    }

    private static ImmutableSortedDictionary<string, int> Counts(params (string Name, int Count)[] labels) =>
        labels.ToImmutableSortedDictionary(label => label.Name, label => label.Count, StringComparer.Ordinal);

    private void Check(params (string Name, int Count)[] labels) =>
        Mapping.Check(Counts(labels), mustHaveAll: true, _bag);
}
