using System.Collections.Immutable;

namespace Tao.Cli.Parsing;

/// <summary>A command line that passed all checks.</summary>
internal sealed record Invocation(CliContext Context, FlagValues Flags, ImmutableArray<string> Operands);
