using System.Text;
using Tao.Cli;
using Tao.Cli.Execution;
using Tao.Engine;
using Tao.Engine.Cache;
using Tao.Engine.Events;
using Tao.Engine.Jobs;
using Tao.Engine.Stages;
using Tao.Networks;

var clock = TimeProvider.System;
var jobs = new JobRegistry(JobRegistry.DefaultFolder(Environment.GetEnvironmentVariable), clock);
var devices = new DeviceLocks(Path.Combine(Path.GetDirectoryName(jobs.Folder)!, "devices"));
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var stop = StopSignal.OfProcess();
var context = new CliContext
{
    Terminal = Terminal.OfProcess(Environment.GetEnvironmentVariable),
    Input = Console.In,
    WorkingDirectory = Environment.CurrentDirectory,
    Environment = Environment.GetEnvironmentVariable,
    Clock = clock,
    Networks = [.. NetworkCatalog.All.Select(NetworkCard.Of)],
    Launcher = new WorkerLauncher(WorkerCommand.OfThisProgram(Environment.GetEnvironmentVariable), clock),
    Host = new StageHost(Run, jobs, clock),
    Jobs = jobs,
    Stop = stop,
};
return new TaoApplication(context).Run(args);

StageResult Run(StageRequest request, IEventSink events, CancellationToken cancellation)
{
    using var cache = StageCache.FromEnvironment(Environment.GetEnvironmentVariable, Environment.CurrentDirectory, events);
    return new StageRunner(events, clock, devices) { Cache = cache }.Run(request, cancellation);
}
