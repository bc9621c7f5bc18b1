using System.Collections.Immutable;

namespace Tao.Specs;

/// <summary>Every code the engine reports: one list to read, no registration at run time. A code appears once.</summary>
public static class DiagnosticCatalog
{
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        new(SpecCodes.Unreadable, "The spec file cannot be read", "The file is missing, is a folder, or its permissions forbid reading.", "Check the path in the project or on the command line; it is relative to the project's folder."),
        new(SpecCodes.NotUtf8, "The spec file is not UTF-8", "Specs are UTF-8 text. A byte that is not part of a UTF-8 character often comes from an editor that saves in an older encoding.", "Save the file as UTF-8."),
        new(SpecCodes.Syntax, "The spec breaks the rules of protobuf text format", "A field is a name, then ':' and a value or '{ ... }'. Reading went on at the next line, so later findings are real.", "Write 'name: value' or 'name { ... }'."),
        new(SpecCodes.UnterminatedString, "A string has no closing quote", "A string ends on its own line with the quote it began with.", "Add the closing quote."),
        new(SpecCodes.UnbalancedBlock, "Braces do not match", "A '{' or '<' is never closed, or a closing brace has nothing to close. Fields that follow would land in the wrong message.", "Add or remove the brace; the place named is where the pair begins."),
        new(SpecCodes.TooDeep, "Blocks are nested too deeply", "No TAO message is nested a hundred levels deep; such a file is damaged or hostile.", "Flatten the file."),
        new(SpecCodes.BadEscape, "A string holds an unknown escape", "Known escapes are \\a \\b \\f \\n \\r \\t \\v \\? \\' \\\" \\\\, octal \\101, \\x41, \\u00e9 and \\U0001f600.", "Write a backslash as two backslashes."),
        new(SpecCodes.YamlSyntax, "The spec is not valid YAML", "The YAML reader stopped at the place named; nothing after it was read.", "Check the indentation and quotes at that line."),
        new(SpecCodes.JsonSyntax, "The spec is not valid JSON", "The JSON reader stopped at the place named; nothing after it was read.", "Check commas, quotes and braces at that line."),
        new(SpecCodes.DuplicateKey, "A key is given twice", "YAML and JSON mappings hold each key once.", "Remove one of them."),
        new(SpecCodes.UnknownField, "The message has no such field", "The name is misspelt, belongs to another message, or to another network's spec.", "Use the name or the place that the message suggests."),
        new(SpecCodes.WrongType, "The value has the wrong type", "Text needs quotes, numbers and booleans must not have any, and a message needs braces.", "Write the value in the form the message shows."),
        new(SpecCodes.OutOfRange, "The value is out of range", "The field accepts only the range the message names.", "Choose a value in that range."),
        new(SpecCodes.NotFinite, "The number is not finite", "Infinity and NaN would poison training.", "Write an ordinary number."),
        new(SpecCodes.MissingField, "A required field is missing", "The stage cannot run without it and no default would be right for everybody.", "Add the field to the message named."),
        new(SpecCodes.NotAllowed, "The value is not one of the allowed ones", "The field takes one of a fixed set of names.", "Use one of the names listed."),
        new(SpecCodes.OneOfConflict, "Alternatives are given together", "Only one member of a oneof can be set; as in protobuf the last one wins.", "Remove the ones you do not mean."),
        new(SpecCodes.Repeated, "A field is given more than once", "For a single value the last one wins, as in protobuf.", "Remove the earlier ones."),
        new(SpecCodes.Retired, "The field is from an older TAO", "The field existed in an earlier generation and is accepted so that old specs load, but nothing reads it.", "Remove it, or use the field that replaced it."),
        new(SpecCodes.Ignored, "The field has no effect", "TAO's schema has the field; this SDK accepts it and does not use it, for the reason named.", "Remove it if you rely on its effect."),
        new(SpecCodes.BadMapEntry, "A map entry is malformed", "An entry of a map has one key and one value.", "Write 'name { key: \"k\" value: 1 }'."),
        new(SpecCodes.Contradiction, "Fields contradict each other", "Each value alone is fine; together they make no sense.", "Change one of the fields named."),
        new(SpecCodes.Extension, "The field is an extension of this SDK", "NVIDIA's own reader would refuse a spec that holds this field.", "Remove it before you give the spec to another tool."),
        new(SpecCodes.BadExpression, "The expression in a string cannot be computed", "Some fields hold numbers, lists and tuples written as text, for example \"[1.0, 1.0/3.0]\".", "Use numbers, + - * / **, parentheses, tuples and lists only."),
        new(SpecCodes.BadMounts, "The mounts file cannot be used", "A mounts file is JSON with a 'Mounts' list of 'source' and 'destination'.", "Write {\"Mounts\": [{\"source\": \"/host\", \"destination\": \"/container\"}]}."),
        new("TAO3001", "The weight or model file cannot be read", "The file is missing, is a folder, or its permissions forbid reading.", "Correct the path or its permissions."),
        new("TAO3002", "The weight file has an unknown format", "The content decides, not the extension. Known are model files (.tlt), safetensors, PyTorch state dicts (zip and legacy) and ONNX.", "Convert the weights to one of these formats."),
        new("TAO3003", "The weight file is damaged", "Its parts contradict each other: a tensor lies outside of the file, a header is malformed, or bytes are missing.", "Fetch or save the file again."),
        new("TAO3004", "The weight file asks for code", "A pickle can name any function for the reader to call. Only what plain weights need is understood; the name in the message is not part of that, and nothing was run.", "Save only the weights: torch.save(model.state_dict(), path)."),
        new("TAO3005", "The weights do not fit the network", "Layers before the head have other shapes or other names, so the file belongs to another backbone, other settings, or a pruned model.", "Give the weights of this backbone, or use the file as pruned model."),
        new("TAO3006", "The model file is damaged", "A part is missing, has another hash than the manifest gives, or its weights do not fit its graph.", "Make the model again."),
        new("TAO3007", "The model file is from a newer engine", "Its format has a higher version than this engine knows.", "Use the engine that wrote it, or a newer one."),
        new("TAO3008", "The model file is encrypted", "It was written with a key and cannot be read without it.", "Give the key."),
        new("TAO3009", "The key is wrong", "The model file is intact, but the key does not open it.", "Give the key that the model was exported with."),
        new("TAO3010", "The weight file covers only a part of the network", "Parameters before the head have no tensor of their name in the file; they start from their initial values.", "Check that the file belongs to this backbone and depth."),
        .. StageDiagnostics.Data,
        .. StageDiagnostics.Training,
        .. StageDiagnostics.Export,
        .. ToolDiagnostics.Build,
        .. ToolDiagnostics.CommandLine,
        .. ToolDiagnostics.Cache,
        .. ToolDiagnostics.SetUp,
    ];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> _byCode = All.ToImmutableDictionary(item => item.Code);

    public static DiagnosticDescriptor? Find(string code) => _byCode.GetValueOrDefault(code);
}
