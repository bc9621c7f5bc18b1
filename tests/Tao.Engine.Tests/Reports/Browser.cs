using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Tao.Engine.Tests.Reports;

/// <summary>Opens a page in a headless Chromium and tells what it came to. A script put before the page's own watches it from the inside.</summary>
internal static partial class Browser
{
    private static readonly string[] _programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private const string Watch =
        """
        <script>
        const said = [];
        addEventListener("error", event => said.push(event.message));
        addEventListener("securitypolicyviolation", event => said.push(event.violatedDirective));
        for (const kind of ["error", "warn"]) { const old = console[kind]; console[kind] = (...words) => { said.push(words.join(" ")); old(...words); }; }
        addEventListener("load", () => setTimeout(() => {
          const root = document.documentElement;
          document.body.insertAdjacentHTML("beforeend", `<pre id="watched"></pre>`);
          document.getElementById("watched").textContent = [root.scrollWidth - root.clientWidth, document.querySelectorAll(".chart canvas").length,
            performance.getEntriesByType("resource").filter(entry => !entry.name.startsWith("data:")).length, said.join(" | ")].join(";");
        }, 300));
        </script>
        """;

    public static string? Program => _programs.FirstOrDefault(File.Exists);

    /// <returns>Pixels that the page is wider than its window; charts drawn; files it asked for; errors and warnings of the console.</returns>
    public static async Task<(int Overflow, int Charts, int Requests, string Console)> OpenAsync(string page, int width, CancellationToken cancellation)
    {
        using var folder = new Tao.Testing.TemporaryFolder();
        string watched = Path.Combine(folder.Path, "page.html");
        await File.WriteAllTextAsync(watched, page.Replace("<head>", "<head>" + Watch, StringComparison.Ordinal), cancellation);
        string[] quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
        var start = new ProcessStartInfo(
            Program!,
            [.. quiet, $"--user-data-dir={Path.Combine(folder.Path, "profile")}", string.Create(CultureInfo.InvariantCulture, $"--window-size={width},900"), "--virtual-time-budget=5000", "--dump-dom", $"file://{watched}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        string document = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        await errors;
        string[] parts = WebUtility.HtmlDecode(Watched().Match(document).Groups[1].Value).Split(';', 4);
        Assert.True(parts.Length == 4, document);
        return (Number(parts[0]), Number(parts[1]), Number(parts[2]), parts[3]);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("<pre id=\"watched\">([^<]*)</pre></body>")]
    private static partial Regex Watched();
}
