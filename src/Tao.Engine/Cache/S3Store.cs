using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Tao.Engine.Cache;

/// <summary>
/// A bucket of S3, or of a server that speaks its protocol. Credentials and region come from where AWS tools look for them: the environment, the
/// profile, the instance.
/// </summary>
internal sealed class S3Store : ICacheStore
{
    private readonly Lazy<AmazonS3Client> _client;
    private readonly string _bucket;
    private readonly string _prefix;

    /// <param name="location"><c>s3://bucket/prefix</c></param>
    /// <param name="environment">May hold <c>AWS_ENDPOINT_URL_S3</c> or <c>AWS_ENDPOINT_URL</c>, the address of another server than Amazon's.</param>
    public S3Store(Uri location, Func<string, string?> environment)
    {
        _bucket = location.Host;
        _prefix = location.AbsolutePath.Trim('/') is { Length: > 0 } prefix ? prefix + "/" : "";
        Name = $"s3://{_bucket}/{_prefix}".TrimEnd('/');
        _client = new Lazy<AmazonS3Client>(() => new AmazonS3Client(Configuration(environment)));
    }

    public string Name { get; }

    public Task<bool> ContainsAsync(string address, CancellationToken cancellation) => FindAsync(async () =>
    {
        await _client.Value.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = _bucket, Key = _prefix + address }, cancellation);
    });

    public Task<bool> ReadAsync(string address, Stream target, CancellationToken cancellation) => FindAsync(async () =>
    {
        using var response = await _client.Value.GetObjectAsync(new GetObjectRequest { BucketName = _bucket, Key = _prefix + address }, cancellation);
        await response.ResponseStream.CopyToAsync(target, cancellation);
    });

    public Task WriteAsync(string address, Stream source, CancellationToken cancellation) => CallAsync(() => _client.Value.PutObjectAsync(
        new PutObjectRequest
        {
            BucketName = _bucket,
            Key = _prefix + address,
            InputStream = source,
            AutoCloseStream = false,
            UseChunkEncoding = false,
            ContentType = "application/octet-stream",
        },
        cancellation));

    public void Dispose()
    {
        if (_client.IsValueCreated)
            _client.Value.Dispose();
    }

    private static AmazonS3Config Configuration(Func<string, string?> environment)
    {
        var config = new AmazonS3Config
        {
            MaxErrorRetry = 1,
            // Whoever calls limits the time, and hashes what comes. Servers of others do not know the newer checksums.
            Timeout = Timeout.InfiniteTimeSpan,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (Setting(environment, "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL") is { } endpoint)
        {
            config.ServiceURL = endpoint;
            config.ForcePathStyle = true;
            config.AuthenticationRegion = Setting(environment, "AWS_REGION", "AWS_DEFAULT_REGION") ?? "us-east-1";
        }
        else if (config.RegionEndpoint is null)
        {
            throw new IOException("AWS_REGION is not set, and neither is AWS_ENDPOINT_URL_S3");
        }
        return config;
    }

    private static async Task<bool> FindAsync(Func<Task> find)
    {
        try
        {
            await CallAsync(find);
            return true;
        }
        catch (IOException missing) when (missing.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" })
        {
            return false;
        }
    }

    private static async Task CallAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (AmazonS3Exception refused) when (refused.StatusCode == HttpStatusCode.Forbidden)
        {
            throw new IOException($"{refused.Message} (reading needs s3:GetObject and s3:ListBucket, storing s3:PutObject)", refused);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or WrongContentException or IOException))
        {
            // Servers that only resemble S3 make the library fail in every way. Of a missing credential it tells every place where it looked.
            throw new IOException(failure.Message.ReplaceLineEndings(" ").Split(". ")[0], failure);
        }
    }

    private static string? Setting(Func<string, string?> environment, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (environment(name) is { Length: > 0 } value)
                return value;
        }
        return null;
    }
}
