namespace Tao.Specs.Tests;

public sealed class PathMapTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("tao päth ").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Under(params string[] parts) => Path.Combine([_root, .. parts]);

    private PathMap Load(DiagnosticBag bag, string? variable = null, string? home = null, params PathMount[] mounts) =>
        PathMap.Load(_root, mounts, name => name == PathMap.EnvironmentVariable ? variable : null, home, bag);

    [Theory]
    [InlineData("data/train", "data/train")]
    [InlineData("./data/../train", "train")]
    [InlineData("/workspace/tao/specs/a.txt", "host/specs/a.txt")]
    [InlineData("/workspace/tao", "host")]
    [InlineData("/workspace/tao/", "host")]
    [InlineData("/workspace//tao/x", "host/x")]
    [InlineData("/workspace/tao/data/x", "big/x")]
    [InlineData("/workspace/tao/data/../x", "host/x")]
    public void Mounted_and_relative_paths_are_found(string specPath, string expected)
    {
        var map = new PathMap([new(Under("host"), "/workspace/tao"), new(Under("big"), "/workspace/tao/data/")]);

        Assert.Equal(Path.GetFullPath(Under(expected.Split('/'))), map.Resolve(specPath, _root));
    }

    [Fact]
    public void A_name_that_only_begins_alike_is_not_mounted()
    {
        var map = new PathMap([new(Under("host"), "/workspace/tao")]);

        Assert.Equal(Path.GetFullPath("/workspace/taoist/x"), map.Resolve("/workspace/taoist/x", _root));
        Assert.Equal("", map.Resolve("", _root));
    }

    [Fact]
    public void Explicit_mounts_win_over_the_projects_file()
    {
        File.WriteAllText(Under(PathMap.FileName), """{"Mounts": [{"source": "from file", "destination": "/a"}, {"source": "b", "destination": "/b"}], "Envs": [], "DockerOptions": {"user": "0:0"}}""");
        var bag = new DiagnosticBag();

        var map = Load(bag, mounts: new PathMount("explicit", "/a"));

        Assert.Empty(bag.Items);
        Assert.Equal(Under("explicit", "x"), map.Resolve("/a/x", _root));
        Assert.Equal(Under("b", "x"), map.Resolve("/b/x", _root));
    }

    [Fact]
    public void The_variable_wins_over_the_project_and_the_project_over_the_home_folder()
    {
        var home = Directory.CreateDirectory(Under("home")).FullName;
        File.WriteAllText(Path.Combine(home, PathMap.FileName), """{"Mounts": [{"source": "~/data", "destination": "/a"}]}""");
        Assert.Equal(Path.Combine(home, "data"), Load(new(), home: home).Resolve("/a", _root));

        File.WriteAllText(Under(PathMap.FileName), """{"Mounts": [{"source": "p", "destination": "/a"}]}""");
        Assert.Equal(Under("p"), Load(new(), home: home).Resolve("/a", _root));

        File.WriteAllText(Under("other.json"), """{"Mounts": [{"source": "o", "destination": "/a"}]}""");
        Assert.Equal(Under("o"), Load(new(), "other.json", home).Resolve("/a", _root));
    }

    [Theory]
    [InlineData("{}", "TAO1050", 1)]
    [InlineData("{\"Mounts\": {}}", "TAO1050", 1)]
    [InlineData("{\"Mounts\": [\n{\"source\": \"a\"}]}", "TAO1050", 2)]
    [InlineData("{\"Mounts\": [\n{\"source\": \"a\", \"destination\": 3}]}", "TAO1050", 2)]
    [InlineData("{\"Mounts\": [", "TAO1009", 1)]
    public void A_bad_file_is_reported(string text, string code, int line)
    {
        File.WriteAllText(Under(PathMap.FileName), text);
        var bag = new DiagnosticBag();

        Load(bag);

        Assert.Contains(bag.Items, item => item.Code == code && item.Location!.Line == line);
    }

    [Fact]
    public void A_variable_that_names_nothing_is_reported()
    {
        var bag = new DiagnosticBag();

        Load(bag, "nowhere.json");

        Assert.Equal(SpecCodes.BadMounts, Assert.Single(bag.Items).Code);
    }
}
