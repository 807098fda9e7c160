namespace SockJS;

/// <summary>One of those that a message for many can be for: a connection, or what another protocol makes of a part of one.</summary>
internal interface IRecipient
{
    /// <summary>Gets a value indicating whether messages can be sent.</summary>
    bool IsOpen { get; }

    /// <summary>Gets a token that is cancelled when nothing can be sent any more.</summary>
    CancellationToken Closed { get; }

    /// <summary>Does what a message says: most often it queues it. Whoever has no room for it does as its policy says.</summary>
    /// <returns>A task that completes when that is done, or the policy has decided otherwise.</returns>
    ValueTask DeliverAsync(BackplaneMessage message, CancellationToken cancellationToken);
}
