using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Graph;
using Tao.Objectives;
using Tao.Specs;

namespace Tao.Networks;

/// <summary>A network with its validated spec.</summary>
public abstract class BoundNetwork
{
    /// <summary>The typed spec record, for fingerprints and explanations.</summary>
    public abstract object Spec { get; }

    public abstract TrainingPlan Training { get; }

    public abstract DatasetPlan Dataset { get; }

    /// <summary>Null when the spec has no evaluation section.</summary>
    public abstract EvaluationPlan? Evaluation { get; }

    /// <summary>Label sets of the kind that the network takes, for a graph before the data is known.</summary>
    public abstract ImmutableArray<LabelSet> ExampleLabels { get; }

    public abstract NetworkGraph BuildGraph(ImmutableArray<LabelSet> labelSets);

    /// <summary>Our parameter name → its name in weights that PyTorch's model zoo publishes; empty when there are none.</summary>
    public abstract IReadOnlyDictionary<string, string> PublishedNames(NetworkGraph graph);

    /// <param name="classWeights">In the order of the first label set's classes; empty when every class weighs 1.</param>
    public abstract IObjective CreateObjective(ImmutableArray<LabelSet> labelSets, ImmutableArray<float> classWeights);

    /// <summary>The file that tells TAO's tools which output means what.</summary>
    public abstract LabelFile DescribeLabels(ImmutableArray<LabelSet> labelSets);

    /// <summary>Where the spec says something, by its dotted path; null for a default.</summary>
    public abstract SourceLocation? LocationOf(string path);
}
