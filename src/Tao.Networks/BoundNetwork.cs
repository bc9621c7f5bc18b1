using System.Collections.Immutable;
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

    public abstract NetworkGraph BuildGraph(ImmutableArray<string> classes);

    /// <summary>Our parameter name → the name in published PyTorch weights, for the network's backbone.</summary>
    public abstract IReadOnlyDictionary<string, string> PretrainedNames(NetworkGraph graph);

    public abstract IObjective CreateObjective(ImmutableArray<string> classes, ImmutableArray<float> classWeights);
}
