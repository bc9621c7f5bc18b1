using Tao.Engine.Events;

namespace Tao.Engine.Jobs;

/// <summary>Keeps a job's registry entry at the progress that its stage publishes.</summary>
public sealed class JobSink(JobHandle job) : IEventSink
{
    public void Publish(EngineEvent engineEvent)
    {
        if (engineEvent is ProgressEvent progress)
            job.Report(progress);
    }
}
