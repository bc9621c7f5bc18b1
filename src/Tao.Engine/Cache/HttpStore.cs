using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Tao.Engine.Cache;

/// <summary>
/// A server that takes plain GET, HEAD and PUT below one address: bazel-remote with <c>--disable_http_ac_validation</c>, nginx with WebDAV's PUT, and
/// others. A user name and password in the address are sent as Basic authentication.
/// </summary>
internal sealed class HttpStore : ICacheStore
{
    private readonly Uri _base;
    private readonly HttpClient _client;

    public HttpStore(Uri address)
    {
        var plain = new UriBuilder(address) { UserName = "", Password = "", Path = address.AbsolutePath.TrimEnd('/') + "/" };
        _base = plain.Uri;
        // Whoever calls limits the time, of the connection too.
        _client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = Timeout.InfiniteTimeSpan }) { Timeout = Timeout.InfiniteTimeSpan };
        if (address.UserInfo.Length > 0)
        {
            byte[] user = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo));
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(user));
        }
    }

    public string Name => _base.AbsoluteUri.TrimEnd('/');

    public async Task<bool> ContainsAsync(string address, CancellationToken cancellation)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(_base, address)), cancellation);
        return Exists(response);
    }

    public async Task<bool> ReadAsync(string address, Stream target, CancellationToken cancellation)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(_base, address)), cancellation);
        if (!Exists(response))
            return false;
        await using var content = await response.Content.ReadAsStreamAsync(cancellation);
        await content.CopyToAsync(target, cancellation);
        return true;
    }

    public async Task WriteAsync(string address, Stream source, CancellationToken cancellation)
    {
        using var content = new StreamContent(source);
        content.Headers.ContentLength = source.Length;
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Put, new Uri(_base, address)) { Content = content }, cancellation);
        if (response.StatusCode == HttpStatusCode.BadRequest && address.StartsWith(CacheAddress.Records, StringComparison.Ordinal))
            throw new IOException("it refuses the record of a result; bazel-remote takes it with --disable_http_ac_validation");
        MustSucceed(response);
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            using (request)
                return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException unreachable)
        {
            throw new IOException(unreachable.Message, unreachable);
        }
    }

    private static bool Exists(HttpResponseMessage response)
    {
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            return false;
        MustSucceed(response);
        return true;
    }

    private static void MustSucceed(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
            throw new IOException($"it answers {(int)response.StatusCode} ({response.ReasonPhrase}) to {response.RequestMessage?.Method}");
    }
}
