using System.Text;
using Microsoft.AspNetCore.Http;
using SockJS.Testing.Http;
using SockJS.Testing.Wire;

namespace SockJS.Testing.Links;

/// <summary>The sending half of the transports over HTTP: one POST at a time.</summary>
internal sealed class HttpSender(ClientContext context, HttpProfile profile) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public Task SendAsync(IReadOnlyList<string> messages, CancellationToken cancellationToken)
        => SendFrameAsync(JsonText.ArrayOf(messages), cancellationToken);

    public Task SendFrameAsync(string frame, CancellationToken cancellationToken) => SendRawAsync(BodyOf(frame), cancellationToken);

    public async Task SendRawAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var body = new PostedBody(bytes, isWhole: true, context.PieceSize);
            using var call = Post(body, bytes.Length);
            await CheckAsync(call, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task AbortAsync(string message, int length, CancellationToken cancellationToken)
    {
        var bytes = BodyOf(JsonText.ArrayOf([message]));
        var body = new PostedBody(bytes.AsMemory(0, Math.Min(length, bytes.Length)), isWhole: false, context.PieceSize);
        using var call = Post(body, bytes.Length);
        try
        {
            // It may also answer without having read.
            await Task.WhenAny(body.Consumed, call.Answer).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            body.Abort();
        }
    }

    public void Dispose() => _turn.Dispose();

    private byte[] BodyOf(string frame) => Encoding.UTF8.GetBytes(profile.SendsForm ? $"d={Uri.EscapeDataString(frame)}" : frame);

    private ServerCall Post(PostedBody body, int length) => context.Call("POST", context.SessionUrl(profile.SendName), prepare: http =>
    {
        http.Request.ContentType = profile.SendsForm ? "application/x-www-form-urlencoded" : "text/plain";
        http.Request.ContentLength = length;
        http.Request.Body = body;
    });

    private async Task CheckAsync(ServerCall call, CancellationToken cancellationToken)
    {
        var http = await context.AnswerAsync(call, cancellationToken).ConfigureAwait(false);
        if (http.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status204NoContent))
            throw await call.RefusedAsync(http).ConfigureAwait(false);
        // To its end: only then is the server done with the request.
        using var reader = new StreamReader(http.Response.Body);
        var text = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        if (text != (profile.SendsForm ? "ok" : ""))
            throw new SockJSTestException($"The answer to a message has the body {Excerpt.Of(text)}");
    }
}
