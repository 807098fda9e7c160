using SockJS.Payloads;

namespace SockJS.Groups;

/// <summary>Sends values to many: each is written once.</summary>
internal sealed class AudienceSender(Audience audience, MessageFormat format) : PayloadSender(format)
{
    protected override ValueTask SendAsync(MessageWriter writer, CancellationToken cancellationToken)
    {
        var sending = audience.SendAsync(SockJSMessage.FromUtf8(writer.Written), cancellationToken);
        writer.Return();
        return sending;
    }
}
