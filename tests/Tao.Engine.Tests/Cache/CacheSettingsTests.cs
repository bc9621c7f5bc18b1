using Tao.Engine.Cache;
using Tao.Specs;

namespace Tao.Engine.Tests.Cache;

public sealed class CacheSettingsTests
{
    private readonly Dictionary<string, string> _variables = new() { ["HOME"] = "/home/me" };

    [Theory]
    [InlineData(null, "")]
    [InlineData("off", "")]
    [InlineData("local", "/home/me/.cache/tao")]
    [InlineData("~/models", "/home/me/models")]
    [InlineData("shared; https://cache.example/team", "/project/shared https://cache.example/team")]
    [InlineData("/mnt/cache;s3://bucket/prefix;/mnt/cache/", "/mnt/cache s3://bucket/prefix /mnt/cache/")]
    public void Locations_are_folders_and_addresses_in_order(string? value, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths are those of Unix.");
        if (value is not null)
            _variables["TAO_CACHE"] = value;

        Assert.Equal(expected, string.Join(' ', Read(out _).Locations));
    }

    [Fact]
    public void The_users_cache_folder_is_where_the_system_wants_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "XDG is Unix's.");
        _variables["XDG_CACHE_HOME"] = "/var/fast";
        Assert.Equal("/var/fast/tao", CacheSettings.DefaultFolder(name => _variables.GetValueOrDefault(name)));
    }

    [Fact]
    public void The_other_settings_have_defaults_and_forms()
    {
        var settings = Read(out _);
        Assert.Equal((false, 10d, false), (settings.ReadOnly, settings.Timeout.TotalSeconds, settings.AnyDevice));

        _variables["TAO_CACHE_READ_ONLY"] = "True";
        _variables["TAO_CACHE_TIMEOUT"] = "2.5";
        _variables["TAO_CACHE_DEVICE"] = "loose";
        settings = Read(out var diagnostics);
        Assert.Equal((true, 2.5, true), (settings.ReadOnly, settings.Timeout.TotalSeconds, settings.AnyDevice));
        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void Every_bad_value_is_named_with_its_remedy_and_without_a_password()
    {
        _variables["TAO_CACHE"] = "off;ftp://me:secret@host/x";
        _variables["TAO_CACHE_READ_ONLY"] = "perhaps";
        _variables["TAO_CACHE_TIMEOUT"] = "-1";
        _variables["TAO_CACHE_DEVICE"] = "same";

        Read(out var diagnostics);

        Assert.Equal(5, diagnostics.Items.Count);
        Assert.All(diagnostics.Items, item => Assert.Equal("TAO5301", item.Code));
        Assert.All(diagnostics.Items, item => Assert.NotNull(item.Remedy));
        Assert.All(diagnostics.Items, item => Assert.DoesNotContain("secret", item.ToString()));
    }

    private CacheSettings Read(out DiagnosticBag diagnostics)
    {
        diagnostics = new DiagnosticBag();
        return CacheSettings.FromEnvironment(name => _variables.GetValueOrDefault(name), "/project", diagnostics);
    }
}
