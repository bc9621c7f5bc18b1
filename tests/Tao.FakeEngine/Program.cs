using Tao.FakeEngine;

if (args is not ["exec", "--attached", var requestFile])
    return 2;
return new FakeStage(FakeRequest.Read(requestFile), Console.In, Console.Out, Console.Error).Run();
