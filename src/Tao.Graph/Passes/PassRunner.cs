using Tao.Graph.Verification;

namespace Tao.Graph.Passes;

/// <summary>Runs passes one after the other and verifies the model before the first and after each.</summary>
public static class PassRunner
{
    public static Model Run(Model model, params IGraphPass[] passes)
    {
        GraphVerifier.Verify(model);
        foreach (var pass in passes)
        {
            model = pass.Apply(model);
            if (GraphVerifier.Problems(model) is { Count: > 0 } problems)
                throw new GraphException($"The pass '{pass.Name}' left '{model.Graph.Name}' unsound:\n  {string.Join("\n  ", problems)}");
        }
        return model;
    }
}
