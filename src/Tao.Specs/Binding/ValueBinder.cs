namespace Tao.Specs.Binding;

/// <summary>Binds a single plain value: type, finiteness, range and allowed values.</summary>
internal sealed class ValueBinder(BindingState state)
{
    /// <returns>Null when the value was reported.</returns>
    public object? Bind(SpecFieldSchema field, SpecNode node, string path)
    {
        if (node is not SpecScalar scalar)
        {
            var found = node is SpecList ? "a list" : "a message";
            state.Error(SpecCodes.WrongType, path, $"'{path}' is a {field.ElementTypeName}, not {found}.", $"Write '{field.Name}: {ScalarTypes.Example(field.ElementType)}'.", node.Location);
            return null;
        }

        if (field.ElementType.IsEnum)
            return Enum(field, scalar, path);
        if (ScalarConverter.TryConvert(scalar, field.ElementType, out var value, out var fault))
            return Check(field, value, scalar, path);
        state.Error(fault.Code, path, $"'{path}' is a {field.ElementTypeName}, but {fault.Found}.", fault.Remedy, scalar.Location);
        return null;
    }

    /// <summary>By name or number. A name in quotes, which JSON and YAML need, is accepted everywhere.</summary>
    private object? Enum(SpecFieldSchema field, SpecScalar scalar, string path)
    {
        var values = EnumNames.Of(field.ElementType);
        if (scalar.Kind is SpecScalarKind.Number or SpecScalarKind.Plain && NumberText.TryInteger(scalar, out var number))
        {
            foreach (var item in values.Where(item => item.Number == number))
                return item.Value;
        }

        foreach (var item in values.Where(item => item.Name == scalar.Text))
            return item.Value;
        return NotAllowed(path, scalar, [.. values.Select(item => item.Name)], quote: "");
    }

    private object? Check(SpecFieldSchema field, object value, SpecScalar scalar, string path) => value switch
    {
        string text => CheckText(field, text, scalar, path),
        bool => value,
        _ => CheckNumber(field, value, scalar, path),
    };

    private object? CheckText(SpecFieldSchema field, string text, SpecScalar scalar, string path)
    {
        var attribute = field.Attribute;
        if (text.Length == 0 && attribute.ZeroIsDefault)
            return field.Default;
        if (text.Length == 0 && attribute.Required)
        {
            state.Error(SpecCodes.MissingField, path, $"'{path}' is empty.", $"Write '{field.Name}: {ScalarTypes.Example(field.ElementType)}'.", scalar.Location);
            return null;
        }

        if (attribute.Values.Length == 0)
            return text;
        var comparison = attribute.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return Array.Find(attribute.Values, value => value.Equals(text, comparison)) ?? NotAllowed(path, scalar, attribute.Values, quote: "\"");
    }

    private object? NotAllowed(string path, SpecScalar scalar, string[] values, string quote)
    {
        var nearest = EditDistance.Nearest(scalar.Text, values);
        var list = string.Join(", ", values.Select(value => $"{quote}{value}{quote}"));
        var hint = nearest is null ? "" : $"Did you mean {quote}{nearest}{quote}? ";
        state.Error(SpecCodes.NotAllowed, path, $"'{path}' cannot be {quote}{scalar.Text}{quote}.", $"{hint}Allowed: {list}.", scalar.Location);
        return null;
    }

    private object? CheckNumber(SpecFieldSchema field, object value, SpecScalar scalar, string path)
    {
        var attribute = field.Attribute;
        var number = Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
        if (number == 0 && attribute.ZeroIsDefault)
            return field.Default;
        if (!double.IsFinite(number) && !attribute.AllowNotFinite)
        {
            state.Error(SpecCodes.NotFinite, path, $"'{path}' is {scalar.Text}, which is not a finite {field.ElementTypeName}.", "Write an ordinary number.", scalar.Location);
            return null;
        }

        // A range is checked on the decimal the user wrote: as a float, 0.1 would already be greater than 0.1.
        var written = NumberText.TryReal(scalar, out var real) ? real : number;
        if (RangeCheck.Accepts(attribute, written))
            return value;
        state.Error(SpecCodes.OutOfRange, path, $"'{path}' is {scalar.Text}, but must be {RangeCheck.Describe(attribute)}.", "Choose a value in that range.", scalar.Location);
        return null;
    }
}
