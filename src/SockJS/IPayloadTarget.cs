namespace SockJS;

/// <summary>Something that values can be sent to.</summary>
internal interface IPayloadTarget
{
    IPayloadSender Payloads { get; }
}
