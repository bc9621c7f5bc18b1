namespace Tao.Specs;

/// <summary>
/// Declares a property as a field of its message: name, range, which stages read it. The default is the property's initialiser.
/// Ranges hold for values that are written; an absent field is its default, as proto3 has it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SpecFieldAttribute(string name) : Attribute
{
    private SpecStages? _stages;

    public string Name { get; } = name;

    /// <summary>Field number in NVIDIA's schema; 0 when the field is not in it.</summary>
    public int Number { get; set; }

    /// <summary>Stages whose result depends on the field. Unset, a field has the stages of the message that holds it.</summary>
    public SpecStages Stages
    {
        get => _stages ?? SpecStages.None;
        set => _stages = value;
    }

    /// <summary>No stage's result depends on the field (worker counts, logging); it never changes a fingerprint.</summary>
    public bool Volatile { get; set; }

    public double Min { get; set; } = double.NegativeInfinity;

    public double Max { get; set; } = double.PositiveInfinity;

    public double ExclusiveMin { get; set; } = double.NegativeInfinity;

    public double ExclusiveMax { get; set; } = double.PositiveInfinity;

    /// <summary>Infinity and NaN are values of the field; otherwise they are refused.</summary>
    public bool AllowNotFinite { get; set; }

    /// <summary>proto3 cannot tell 0, "" and absent apart: an explicit one stands for the default and passes the range check.</summary>
    public bool ZeroIsDefault { get; set; }

    /// <summary>Name of the oneof the field is a member of.</summary>
    public string? OneOf { get; set; }

    /// <summary>The message is invalid without the field.</summary>
    public bool Required { get; set; }

    /// <summary>Required only when one of these stages is to run.</summary>
    public SpecStages RequiredBy { get; set; }

    /// <summary>The values a text field may have.</summary>
    public string[] Values { get; set; } = [];

    /// <summary><see cref="Values"/> match in any case; the bound value has the declared spelling.</summary>
    public bool IgnoreCase { get; set; }

    /// <summary>Text is a path: container mounts and the project's folder apply (<see cref="PathMap"/>).</summary>
    public bool Path { get; set; }

    /// <summary>Why the field, though part of NVIDIA's schema, has no effect here.</summary>
    public string? Ignored { get; set; }

    /// <summary>What became of a field that only older generations have.</summary>
    public string? Retired { get; set; }

    /// <summary>The field is this SDK's own; NVIDIA's reader would refuse it.</summary>
    public bool Extension { get; set; }

    /// <summary>Meaning and unit, for help and documentation.</summary>
    public string Doc { get; set; } = "";

    internal bool HasStages => _stages is not null;
}
