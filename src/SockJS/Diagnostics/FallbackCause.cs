namespace SockJS.Diagnostics;

/// <summary>Why a WebSocket was given up.</summary>
internal enum FallbackCause : byte
{
    /// <summary>The request was no upgrade when it arrived: a proxy does not pass them on.</summary>
    UpgradeRefused,

    /// <summary>The socket broke off before the client had sent anything.</summary>
    SocketLost,
}
