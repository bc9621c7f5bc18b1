using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tao.Architecture.Tests.Readme;

/// <summary>The stages of a build and what each waits for, read from the SDK's targets as they are with every stage wanted.</summary>
internal sealed partial class StageGraph
{
    private const string TargetsFolder = "src/Tao.Sdk/Sdk/Stages";

    // With all stages in place the last model is the retrained one.
    private const string FinalModelStage = "Retrain";

    private readonly Dictionary<string, string[]> _waitsFor = [];

    private StageGraph(IEnumerable<XDocument> targets)
    {
        foreach (var document in targets)
        {
            string name = document.Descendants("TaoStage").Single().Attribute("Include")!.Value;
            // Gate and Report follow them all, whatever they are, and make no model.
            if (document.Descendants($"Tao{name}DependsOn").SingleOrDefault() is not { } dependencies)
                continue;
            string waits = dependencies.Value.Replace("$(TaoFinalModelStage)", FinalModelStage, StringComparison.Ordinal);
            _waitsFor[name] = waits.Split(';');
        }
    }

    public IEnumerable<string> Stages => _waitsFor.Keys;

    public static StageGraph Read() => new(Repository.SourceFiles(TargetsFolder, "*.targets").Select(file => XDocument.Parse(Repository.Read(file))));

    public IEnumerable<string> Before(string stage) => _waitsFor[stage].Where(_waitsFor.ContainsKey);

    /// <summary>Length of the longest way from a stage that waits for none.</summary>
    public int Depth(string stage) => Before(stage).Select(before => Depth(before) + 1).DefaultIfEmpty(0).Max();

    /// <summary>Measures a model and makes none.</summary>
    public static bool IsEvaluation(string stage) => Evaluation().IsMatch(stage);

    [GeneratedRegex("^Evaluate")]
    private static partial Regex Evaluation();
}
