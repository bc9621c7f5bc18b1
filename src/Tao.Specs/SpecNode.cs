namespace Tao.Specs;

/// <summary>A piece of a spec as written, with its place: the one tree that protobuf text, YAML and JSON are read into.</summary>
public abstract record SpecNode(SourceLocation Location);
