using Tao.Engine.Stages;

namespace Tao.Engine.Tests.Stages;

internal static class RequestExtensions
{
    public static StageRequest With(this StageRequest request, string role, string path) => request with { Inputs = request.Inputs.SetItem(role, path) };

    public static StageRequest WithOption(this StageRequest request, string name, string value) => request with { Options = request.Options.SetItem(name, value) };
}
