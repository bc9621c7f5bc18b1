// The build tasks; each lives in the file of build/tasks that names it. Run them with build/build.sh.
#load "tasks/repository.cake"
#load "tasks/setup.cake"
#load "tasks/native.cake"
#load "tasks/test.cake"
#load "tasks/pack.cake"
#load "tasks/demo.cake"

var target = Argument("target", "Demo");

Task("Setup")
    .Description("Installs what is missing; does nothing, and asks no network, when all is there.")
    .Does(() => SetUp());

Task("Native")
    .Description("Compiles src/native and puts the native libraries into build/native/lib.")
    .IsDependentOn("Setup")
    .Does(() => BuildNative());

Task("Build")
    .Description("Builds the solution.")
    .IsDependentOn("Native")
    .Does(() => DotNet("build", "Tao.Sdk.sln", "-c", Configuration, "--no-restore", "-v:q"));

Task("Test")
    .Description("Runs every test project; the results are in build/results.")
    .IsDependentOn("Build")
    .Does(() => TestAll());

Task("Pack")
    .Description("Fills build/packages.")
    .IsDependentOn("Native")
    .Does(() => PackAll());

Task("Demo")
    .Description("Builds examples/classification with the packed SDK.")
    .IsDependentOn("Pack")
    .Does(() => Demonstrate());

Task("Bench")
    .Description("Compares speed with the system's PyTorch and prints the ratios; with --boxes=FOLDER, a Pascal VOC data set, detection too.")
    .IsDependentOn("Native")
    .Does(() =>
    {
        DotNet("run", "--project", "build/benchmarks/Tao.Benchmarks", "-c", "Release");
        if (HasArgument("boxes"))
            DotNet("run", "--project", "build/benchmarks/Tao.Benchmarks", "-c", "Release", "--", "detection", Argument<string>("boxes"));
    });

Task("Clean")
    .Description("Removes what the other tasks made, but keeps what Setup fetched.")
    .Does(() => CleanAll());

RunTarget(target);
