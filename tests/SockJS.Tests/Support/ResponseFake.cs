using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SockJS.Tests.Support;

/// <summary>A response that starts with its first byte, as those of servers do; from then on its status stands.</summary>
internal sealed class ResponseFake : MemoryStream, IHttpResponseFeature
{
    private int _status = StatusCodes.Status200OK;

    /// <summary>Gets or sets what happens when the first byte was written.</summary>
    public Action? Started { get; set; }

    public bool HasStarted { get; private set; }

    public string Text => Encoding.UTF8.GetString(ToArray());

    public int StatusCode
    {
        get => _status;
        set => _status = HasStarted ? throw new InvalidOperationException("The response has started.") : value;
    }

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    public Stream Body
    {
        get => this;
        set => throw new NotSupportedException();
    }

    /// <summary>Makes a request whose answer this is.</summary>
    public DefaultHttpContext Request()
    {
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature());
        http.Features.Set<IHttpResponseFeature>(this);
        http.Features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature());
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(this));
        return http;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await base.WriteAsync(buffer, cancellationToken);
        if (HasStarted)
            return;
        HasStarted = true;
        Started?.Invoke();
    }

    public void OnStarting(Func<object, Task> callback, object state) => throw new NotSupportedException();

    public void OnCompleted(Func<object, Task> callback, object state) => throw new NotSupportedException();
}
