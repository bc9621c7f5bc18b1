namespace Tao.Engine.Tests.Stages;

internal static class TaskExtensions
{
    public static void TrySetResultWhen(this TaskCompletionSource source, bool condition)
    {
        if (condition)
            source.TrySetResult();
    }
}
