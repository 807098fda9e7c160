namespace SockJS.SocketIO.Tests.Hosting;

/// <summary>Writes down what reaches it.</summary>
[SocketIONamespace("/filtered")]
internal sealed partial class FilteredNamespace(List<string> lines)
{
    [OnConnect]
    public void Connect() => lines.Add("connect");

    [OnEvent("say")]
    public string Say(string text)
    {
        lines.Add($"say {text}");
        return "handled";
    }
}

/// <summary>Counts in, and out when its scope ends.</summary>
internal sealed class ScopedFilter(List<string> lines) : ISocketIOConnectionFilter, ISocketIOEventFilter, IDisposable
{
    public async ValueTask InvokeAsync(SocketIOSocket socket, Func<ValueTask> next)
    {
        lines.Add("joins");
        await next();
    }

    public async ValueTask InvokeAsync(SocketIOEventContext context, Func<ValueTask> next)
    {
        lines.Add($"event {context.Name}");
        await next();
    }

    public void Dispose() => lines.Add("scope ends");
}
