using System.Runtime.InteropServices;
using Tao.FakeEngine;

if (args is not ["exec", var requestFile])
    return 2;
using var interrupted = new ManualResetEventSlim();
using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
{
    context.Cancel = true;
    interrupted.Set();
});
return new FakeStage(FakeRequest.Read(requestFile), Console.Out, Console.Error).Run(interrupted);
