using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Tao.Testing;

/// <summary>
/// A server in this process that keeps what is PUT and gives it to GET and HEAD, as bazel-remote and nginx do; and as S3 does with path-style
/// addresses, whose refusals are XML.
/// </summary>
public sealed class CacheServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ManualResetEventSlim _ended = new();

    public CacheServer()
    {
        Address = $"http://localhost:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public string Address { get; }

    /// <summary>Bytes by path, such as <c>/cas/HASH</c>.</summary>
    public ConcurrentDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>For example <c>PUT /ac/HASH</c>.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The <c>Authorization</c> header of the last request.</summary>
    public string? Authorization { get; private set; }

    /// <summary>A status to answer with instead; null serves the request.</summary>
    public Func<HttpListenerRequest, int?> Refuses { get; set; } = _ => null;

    /// <summary>Takes requests and does not answer.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Sends the first half of a body, and nothing after that.</summary>
    public bool StallsInBodies { get; set; }

    public int Count(string method) => Requests.Count(request => request.StartsWith(method + " ", StringComparison.Ordinal));

    public void Dispose()
    {
        _ended.Set();
        _listener.Close();
    }

    private async Task AcceptAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => Serve(context));
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Serve(HttpListenerContext context)
    {
        try
        {
            var (request, response) = (context.Request, context.Response);
            string path = request.Url!.AbsolutePath;
            Requests.Enqueue($"{request.HttpMethod} {path}");
            Authorization = request.Headers["Authorization"];
            if (IsSilent)
                _ended.Wait();
            using var body = new MemoryStream();
            request.InputStream.CopyTo(body);
            if (Refuses(request) is { } status)
                Refuse(response, status, "AccessDenied");
            else if (request.HttpMethod == "PUT")
                Objects[path] = body.ToArray();
            else if (Objects.TryGetValue(path, out byte[]? bytes))
                Give(request, response, bytes);
            else
                Refuse(response, 404, "NoSuchKey");
            response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // The client went away, as some tests want it to.
        }
    }

    private void Give(HttpListenerRequest request, HttpListenerResponse response, byte[] bytes)
    {
        response.ContentLength64 = bytes.Length;
        response.Headers["ETag"] = $"\"{Convert.ToHexStringLower(MD5.HashData(bytes))}\"";
        response.Headers["Last-Modified"] = "Wed, 04 Mar 2026 15:06:07 GMT";
        if (request.HttpMethod == "HEAD")
            return;
        int half = StallsInBodies ? bytes.Length / 2 : bytes.Length;
        response.OutputStream.Write(bytes, 0, half);
        response.OutputStream.Flush();
        if (StallsInBodies)
            _ended.Wait();
    }

    private static void Refuse(HttpListenerResponse response, int status, string code)
    {
        response.StatusCode = status;
        response.ContentType = "application/xml";
        response.OutputStream.Write(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>{code}</Message></Error>"));
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
