using System.Text.Json;
using Microsoft.Extensions.Logging;
using SockJS.Diagnostics;
using SockJS.Sessions;

namespace SockJS.Dashboard;

/// <summary>The conversation with a page: it gets messages each second, and sends commands.</summary>
internal sealed partial class LiveFeed(Sampler sampler, EndpointDirectory directory, string application, ILogger logger)
{
    private readonly PreparedMessage _hello = new(
        JsonSerializer.Serialize(new Hello("hello", application, Environment.MachineName, Environment.ProcessId), DashboardJson.Default.Hello));

    public async Task RunAsync(SockJSConnection connection)
    {
        var watcher = new Watcher(connection);
        watcher.Show("hello", _hello);
        sampler.Add(watcher);
        try
        {
            await foreach (var message in connection.ReadAllAsync().ConfigureAwait(false))
                await ObeyAsync(watcher, CommandReader.Read(message)).ConfigureAwait(false);
        }
        finally
        {
            sampler.Remove(watcher);
        }
    }

    private async ValueTask ObeyAsync(Watcher watcher, Command? command)
    {
        switch (command)
        {
            case WatchCommand watch:
                watcher.Selection = watch.Selection;
                sampler.ShowSelection(watcher);
                break;
            case CloseCommand close:
                Tell(watcher, await CloseAsync(watcher, close).ConfigureAwait(false));
                sampler.ShowSelection(watcher);
                break;
            default:
                Tell(watcher, new Answer("refused", Ok: false, "That is no command."));
                break;
        }
    }

    private async ValueTask<Answer> CloseAsync(Watcher watcher, CloseCommand close)
    {
        if (!CloseFrameRules.IsCode(close.Code))
            return new Answer("closed", Ok: false, "A close code is 1000, or from 3000 to 4999.");
        if (!CloseFrameRules.IsReason(close.Reason))
            return new Answer("closed", Ok: false, $"A close reason has at most {SockJSCloseReason.MaxReasonBytes} bytes of UTF-8.");
        if (directory.Find(close.Endpoint)?.Find(close.Session) is not { } connection)
            return new Answer("closed", Ok: false, "There is no such session any more.");

        await connection.CloseAsync(close.Code, close.Reason).ConfigureAwait(false);
        SessionClosed(logger, connection.Id, LoggedText.Of(SessionUser.IdOf(watcher.Connection.User) ?? "nobody in particular"), close.Code);
        return new Answer("closed", Ok: true, "The session was closed.");
    }

    // An answer that there is no room for is of no use later.
    private static void Tell(Watcher watcher, Answer answer) => watcher.Connection.TrySend(JsonSerializer.Serialize(answer, DashboardJson.Default.Answer));

    [LoggerMessage(2, LogLevel.Information, "Session {SessionId} was closed on the dashboard by {User}, with code {CloseCode}.", EventName = "DashboardClosedSession")]
    private static partial void SessionClosed(ILogger logger, string sessionId, string user, int closeCode);
}
