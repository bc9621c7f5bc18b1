using System.Text.Json;
using Tao.Cli.Setup;

namespace Tao.Cli.Tests.Setup;

public sealed class DoctorTests : IDisposable
{
    private readonly CliWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Its_exit_code_says_whether_there_is_a_problem()
    {
        var code = _world.Tao("doctor", "--json");

        var results = JsonDocument.Parse(_world.Output).RootElement.EnumerateArray().ToArray();
        var problems = results.Count(result => result.GetProperty("state").GetString() == "Problem");
        Assert.Equal(problems > 0 ? 1 : 0, code);
        Assert.All(results.Where(result => result.GetProperty("state").GetString() != "Ok"), result => Assert.NotEmpty(result.GetProperty("remedy").GetString()!));
    }

    [Theory]
    [InlineData("1", "Ok")]
    [InlineData("100000", "Warning")]
    [InlineData("many", "Warning")]
    [InlineData("0", "Warning")]
    public void A_thread_count_that_cannot_be_right_is_found(string threads, string expected)
    {
        _world.Variables["OMP_NUM_THREADS"] = threads;

        Assert.Equal(expected, Find("threads").State.ToString());
    }

    [Fact]
    public void A_mounted_folder_that_is_missing_is_found()
    {
        _world.Write(".tao_mounts.json", """{"Mounts": [{"source": "gone", "destination": "/data"}]}""");

        var result = Find("spec mounts");

        Assert.Equal(CheckState.Warning, result.State);
        Assert.Contains(_world.Path("gone"), result.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_mounts_file_is_a_problem()
    {
        _world.Write(".tao_mounts.json", "{}");

        Assert.Equal(CheckState.Problem, Find("spec mounts").State);
    }

    [Fact]
    public void A_registry_that_cannot_be_written_is_a_problem()
    {
        _world.Write("state", "a file");

        Assert.Equal(CheckState.Problem, Find("job registry").State);
    }

    [Theory]
    [InlineData(50L << 20, "Problem")]
    [InlineData(500L << 20, "Warning")]
    [InlineData(50L << 30, "Ok")]
    public void A_full_disk_is_found_before_training(long free, string expected) => Assert.Equal(expected, Doctor.DiskSpace("disk", free).State.ToString());

    [Fact]
    public void A_library_that_does_not_load_is_named_with_the_reason()
    {
        _world.Write("libbroken.so", "this is no library");
        _world.Variables["TAO_NATIVE_DIR"] = _world.Folder;

        var state = new NativeLibraryProbe("broken", "libbroken.so", _ => null).Probe(name => _world.Variables.GetValueOrDefault(name));

        Assert.Equal(_world.Path("libbroken.so"), state.Path);
        Assert.NotNull(state.Problem);
    }

    private CheckResult Find(string name) => new Doctor(_world.Context).Examine().Single(result => result.Name == name);
}
