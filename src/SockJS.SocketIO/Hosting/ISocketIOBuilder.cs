namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds to the Socket.IO and Engine.IO services of an application.</summary>
public interface ISocketIOBuilder : ISockJSBuilder;
