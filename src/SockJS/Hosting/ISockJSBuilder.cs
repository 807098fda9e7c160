namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds to the SockJS services of an application.</summary>
public interface ISockJSBuilder
{
    /// <summary>Gets the services of the application.</summary>
    IServiceCollection Services { get; }
}
