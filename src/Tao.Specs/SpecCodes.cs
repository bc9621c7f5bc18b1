namespace Tao.Specs;

/// <summary>The codes of spec files, TAO1001 to TAO1999. What each means is in <see cref="DiagnosticCatalog"/>.</summary>
public static class SpecCodes
{
    public const string Unreadable = "TAO1001";
    public const string NotUtf8 = "TAO1002";
    public const string Syntax = "TAO1003";
    public const string UnterminatedString = "TAO1004";
    public const string UnbalancedBlock = "TAO1005";
    public const string TooDeep = "TAO1006";
    public const string BadEscape = "TAO1007";
    public const string YamlSyntax = "TAO1008";
    public const string JsonSyntax = "TAO1009";
    public const string DuplicateKey = "TAO1010";
    public const string UnknownField = "TAO1020";
    public const string WrongType = "TAO1021";
    public const string OutOfRange = "TAO1022";
    public const string NotFinite = "TAO1023";
    public const string MissingField = "TAO1024";
    public const string NotAllowed = "TAO1025";
    public const string OneOfConflict = "TAO1026";
    public const string Repeated = "TAO1027";
    public const string Retired = "TAO1028";
    public const string Ignored = "TAO1029";
    public const string BadMapEntry = "TAO1030";
    public const string Contradiction = "TAO1031";
    public const string Extension = "TAO1032";
    public const string BadExpression = "TAO1040";
    public const string BadMounts = "TAO1050";
}
