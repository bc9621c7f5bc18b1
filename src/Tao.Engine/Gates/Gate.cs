using System.Globalization;
using Tao.Specs;

namespace Tao.Engine.Gates;

/// <summary>A gate with its numbers read.</summary>
/// <param name="Drop">See <see cref="GateDeclaration.MaxDrop"/>; the number, and whether it is a percentage.</param>
internal sealed record Gate(GateDeclaration Declared, double? Minimum, double? Maximum, Allowance? Drop, Allowance? Rise, double Noise)
{
    private const double DefaultNoise = 3;

    /// <summary>Null when the declaration makes no sense; then the bag says why.</summary>
    public static Gate? Read(GateDeclaration declared, SourceLocation? location, DiagnosticBag bag)
    {
        var problems = new DiagnosticBag();
        double? minimum = Number(declared.Minimum, "Minimum"), maximum = Number(declared.Maximum, "Maximum"), noise = Number(declared.Noise, "Noise");
        Allowance? drop = Allowed(declared.MaxDrop, "MaxDrop"), rise = Allowed(declared.MaxRise, "MaxRise");
        bool compares = declared.RelativeTo.Length > 0 || declared.Baseline.Length > 0;
        if (compares && declared.MaxDrop.Length + declared.MaxRise.Length == 0)
            Refuse("names something to compare with, and not how far the metric may be from it", "Write MaxDrop or MaxRise.");
        else if (declared.Minimum.Length + declared.Maximum.Length + declared.MaxDrop.Length + declared.MaxRise.Length == 0)
            Refuse("has no bound", "Write Minimum, Maximum, or MaxDrop or MaxRise with RelativeTo or Baseline.");
        else if (!compares && declared.MaxDrop.Length + declared.MaxRise.Length > 0)
            Refuse("names nothing that MaxDrop or MaxRise are counted from", "Write RelativeTo with a stage, or Baseline with a file.");
        if (minimum > maximum)
            Refuse($"has a Minimum of {declared.Minimum} and a Maximum of {declared.Maximum}", "Exchange them.");
        if (noise < 0)
            Refuse($"has a Noise of {declared.Noise}", "Write 0 or more.");
        bag.AddRange(problems.Items);
        return problems.HasErrors ? null : new Gate(declared, minimum, maximum, drop, rise, noise ?? DefaultNoise);

        void Refuse(string what, string remedy) => problems.Error(EngineCodes.GateMisconfigured, $"The gate on '{declared.Metric}' {what}.", remedy, location);

        double? Number(string text, string name)
        {
            if (text.Length == 0)
                return null;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
                return number;
            Refuse($"has a {name} of '{text}', which is no number", "Write one such as 0.75.");
            return null;
        }

        Allowance? Allowed(string text, string name)
        {
            bool percent = text.EndsWith('%');
            if (Number(percent ? text[..^1] : text, name) is not { } number)
                return null;
            if (number < 0)
                Refuse($"has a {name} of {text}", "Write 0 or more.");
            return new Allowance(number, percent);
        }
    }
}
