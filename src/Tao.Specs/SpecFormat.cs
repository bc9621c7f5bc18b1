namespace Tao.Specs;

public enum SpecFormat
{
    ProtobufText,
    Yaml,
    Json,
}
