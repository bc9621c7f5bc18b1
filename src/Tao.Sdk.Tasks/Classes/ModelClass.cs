using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tao.Sdk.Tasks.Classes;

/// <summary>Writes the C# class of a model from its <c>model.json</c>: a label enum for each output, the class, and what the class knows of the model.</summary>
/// <param name="name">Of the class.</param>
/// <param name="rootNamespace">Where it lives.</param>
/// <param name="threshold">The least score of a detection, where the program names none.</param>
/// <param name="deployFolder">Where the model lies beside a program, with a slash at its end.</param>
internal sealed class ModelClass(string name, string rootNamespace, double threshold, string deployFolder = "")
{
    private const string Usings = "using System;\nusing System.Collections.Immutable;\nusing Tao.Imaging;\nusing Tao.Imaging.Preparation;\nusing Tao.Inference;\n";

    public string Write(JsonElement model)
    {
        var sets = model.GetProperty("labelSets").EnumerateArray().Select(set => (Name: set.GetProperty("name").GetString() ?? "", Classes: Texts(set.GetProperty("classes")))).ToList();
        var tasks = CSharpName.Distinct(sets.Select(set => set.Name));
        var enums = sets.Select((_, i) => sets.Count == 1 ? $"{name}Label" : $"{name}{tasks[i]}Label").ToList();
        var detects = model.GetProperty("task").GetString() == "detection";
        var code = new StringBuilder();
        Line(code, "// Made from model.json by the build of the model; it is written again with it.");
        Line(code, $"{Usings}\nnamespace {rootNamespace};\n");
        for (var i = 0; i < sets.Count; i++)
            WriteEnum(code, enums[i], sets[i].Classes);
        if (sets.Count > 1)
            Line(code, $"/// <summary>What <see cref=\"{name}\"/> answers.</summary>\npublic sealed record {name}Answer({string.Join(", ", enums.Select((label, i) => $"Classification<{label}> {tasks[i]}"))});\n");
        var answer = sets.Count > 1 ? $"MultitaskModel<{name}Answer>" : detects ? $"DetectionModel<{enums[0]}>" : $"ClassificationModel<{enums[0]}>";
        Line(code, $"/// <summary>The model {Xml(model.GetProperty("network").GetString()!)} as its project built it.</summary>");
        Line(code, $"public sealed class {name} : {answer}\n{{");
        WriteFacts(code, model);
        var defaults = detects ? string.Create(CultureInfo.InvariantCulture, $", {threshold}f") : "";
        Line(code, $"    public {name}(ModelOptions? options = null)\n        : base(ModelDescription{defaults}, options)\n    {{\n    }}\n");
        WriteDescription(code, model, sets.Select(set => set.Classes));
        if (sets.Count > 1)
        {
            var parts = enums.Select((label, i) => string.Create(CultureInfo.InvariantCulture, $"Classify<{label}>(outputs, {i})"));
            Line(code, $"\n    protected override {name}Answer Combine(ImmutableArray<ImmutableArray<float>> outputs) =>\n        new({string.Join(", ", parts)});");
        }

        return code.Append("}\n").ToString();
    }

    private static void WriteEnum(StringBuilder code, string name, List<string> classes)
    {
        Line(code, $"/// <summary>The classes, in the model's order.</summary>\npublic enum {name}\n{{");
        foreach (var (member, text) in CSharpName.Distinct(classes).Zip(classes))
            Line(code, $"    /// <summary>{Xml(text)}</summary>\n    {member},\n");
        Line(code, "}\n");
    }

    private static void WriteFacts(StringBuilder code, JsonElement model)
    {
        var input = model.GetProperty("input");
        Line(code, $"    /// <summary>SHA-256 of the model's file, which no other may replace.</summary>\n    public const string ModelVersion = {Literal(model.GetProperty("sha256").GetString()!)};\n");
        Line(code, $"    /// <summary>Of the image that the model sees, in pixels; any image is brought to it.</summary>\n    public const int InputWidth = {input.GetProperty("width")};\n");
        Line(code, $"    /// <inheritdoc cref=\"InputWidth\"/>\n    public const int InputHeight = {input.GetProperty("height")};\n");
    }

    private void WriteDescription(StringBuilder code, JsonElement model, IEnumerable<List<string>> labels)
    {
        var input = model.GetProperty("input");
        Line(code, "    private static ModelDescription ModelDescription { get; } = new()\n    {");
        Line(code, $"        File = {Literal(deployFolder + model.GetProperty("file").GetString())},\n        Sha256 = ModelVersion,");
        Line(code, $"        Labels = [{string.Join(", ", labels.Select(set => $"[{string.Join(", ", set.Select(Literal))}]"))}],");
        Line(code, "        Input = new ImagePreparation\n        {\n            Width = InputWidth,\n            Height = InputHeight,");
        Line(code, $"            Transform = new ChannelTransform(ChannelOrder.{input.GetProperty("order").GetString()}, {Floats(input.GetProperty("scale"))}, {Floats(input.GetProperty("offset"))}),");
        Line(code, $"            Interpolation = Interpolation.{input.GetProperty("interpolation").GetString()},");
        Line(code, $"            CenterCrop = {(input.GetProperty("centerCrop").GetBoolean() ? "true" : "false")},\n        }},\n    }};");
    }

    private static void Line(StringBuilder code, string text) => code.Append(text).Append('\n');

    private static List<string> Texts(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];

    private static string Floats(JsonElement array) => $"[{string.Join(", ", array.EnumerateArray().Select(item => item.GetSingle().ToString("R", CultureInfo.InvariantCulture) + "f"))}]";

    private static string Xml(string text) => System.Security.SecurityElement.Escape(text).ReplaceLineEndings(" ");

    /// <summary>Every character that a string may not hold as it is, by its number.</summary>
    private static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\')
                literal.Append('\\').Append(letter);
            else if (char.IsControl(letter) || letter is '\u2028' or '\u2029')
                literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else
                literal.Append(letter);
        }

        return literal.Append('"').ToString();
    }
}
