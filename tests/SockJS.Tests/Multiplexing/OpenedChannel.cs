using SockJS.Tests.Support;

namespace SockJS.Tests.Multiplexing;

/// <summary>A channel and what has happened to it.</summary>
internal sealed record OpenedChannel(SockJSConnection Connection, Journal Journal);
