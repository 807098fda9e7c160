using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using SockJS.Testing.Http;

namespace SockJS.Testing.Links;

/// <summary>The receiving half of the transports over HTTP: one request after the other, until there is a close frame.</summary>
internal sealed class HttpLink(ClientContext context, HttpProfile profile) : Link(context)
{
    // How often it is looked whether the server has taken a receiver.
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMilliseconds(1);

    private readonly HttpSender _sender = new(context, profile);
    private string? _held;

    public override Task SendAsync(IReadOnlyList<string> messages, CancellationToken cancellationToken) => _sender.SendAsync(messages, cancellationToken);

    public override Task SendFrameAsync(string frame, CancellationToken cancellationToken) => _sender.SendFrameAsync(frame, cancellationToken);

    public override Task SendRawAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => _sender.SendRawAsync(bytes, cancellationToken);

    public override Task AbortSendAsync(string message, int length, CancellationToken cancellationToken)
        => _sender.AbortAsync(message, length, cancellationToken);

    // The protocol has nothing to send: the server learns of it as the request breaks off.
    public override Task CloseAsync(int code, string reason, CancellationToken cancellationToken)
        => DropAsync(new SockJSTestClose(code, reason, WasClean: true));

    protected override void Dispose(bool disposing)
    {
        _sender.Dispose();
        base.Dispose(disposing);
    }

    protected override async Task ReceiveAsync(TaskCompletionSource ready, CancellationToken dropped)
    {
        try
        {
            for (var isFirst = true; ; isFirst = false)
            {
                var callback = profile.HasCallback ? $"_jp.{RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz012345", 8)}" : "";
                using var call = Context.Call(profile.Method, Context.SessionUrl(profile.Name), profile.HasCallback ? $"c={callback}" : "");
                if (profile.IsPoll)
                    await SettleAsync(call, ready, dropped).ConfigureAwait(false);
                var http = await Context.AnswerAsync(call, dropped).ConfigureAwait(false);
                if (http.Response.StatusCode != StatusCodes.Status200OK)
                {
                    var refused = await call.RefusedAsync(http).ConfigureAwait(false);
                    if (isFirst)
                        throw refused;
                    Context.Inbox.End(new SockJSTestClose(SockJSCloseCodes.Abnormal, refused.Message, WasClean: false));
                    return;
                }

                if (!await ReadAsync(call, http, callback, ready, dropped).ConfigureAwait(false))
                    return;
            }
        }
        finally
        {
            Deliver();
        }
    }

    // Returns whether the connection goes on.
    private async Task<bool> ReadAsync(ServerCall call, HttpContext http, string callback, TaskCompletionSource ready, CancellationToken dropped)
    {
        if (profile.Name == "eventsource" && http.Response.ContentType != "text/event-stream")
            throw new SockJSTestException($"Browsers take \"{http.Response.ContentType}\" for no stream of events");
        var framing = profile.CreateFraming(callback);
        var buffer = new byte[4096];
        int length;
        while ((length = await http.Response.Body.ReadAsync(buffer, dropped).ConfigureAwait(false)) > 0)
        {
            await Context.Reads.PassAsync(dropped).ConfigureAwait(false);
            framing.Add(buffer.AsSpan(0, length));
            while (framing.TryTake(out var frame))
            {
                if (!Take(frame))
                    return false;
            }

            if (framing.HasBegun && !profile.IsPoll && !ready.Task.IsCompleted)
                await SettleAsync(call, ready, dropped).ConfigureAwait(false);
        }

        framing.Complete();
        return true;
    }

    private bool Take(string frame)
    {
        // Where a test sees the frame of a poll, the next poll is there already: time may pass then, and the session is not alone.
        if (!profile.IsPoll || frame.StartsWith('c'))
            return Context.Inbox.Add(frame);
        var hadOne = _held is not null;
        _held = hadOne ? null : frame;
        if (hadOne)
            throw new SockJSTestException("A poll was answered with more than one frame");
        return true;
    }

    /// <summary>Waits until the server has taken the receiver, or answers.</summary>
    private async Task SettleAsync(ServerCall call, TaskCompletionSource ready, CancellationToken dropped)
    {
        while (!Context.HasReceiver && !call.Answer.IsCompleted)
            await Task.Delay(s_lookEvery, TimeProvider.System, dropped).ConfigureAwait(false);
        Deliver();
        ready.TrySetResult();
    }

    private void Deliver()
    {
        if (_held is null)
            return;
        var held = _held;
        _held = null;
        Context.Inbox.Add(held);
    }
}
