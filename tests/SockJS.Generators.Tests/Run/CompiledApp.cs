using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SockJS.Diagnostics;
using SockJS.Dispatch;
using SockJS.Generators.Tests.Infrastructure;
using SockJS.Hosting;
using SockJS.Payloads;
using SockJS.SourceGeneration;
using Xunit;

namespace SockJS.Generators.Tests.Run;

/// <summary>An assembly that was compiled with the generator and loaded beside the tests.</summary>
internal sealed class CompiledApp
{
    private readonly Assembly _assembly;

    public CompiledApp(string source)
    {
        var compilation = TestCompilation.Create(TestCompilation.Usings + source);
        var output = JsonGenerator.Complete(GeneratorTest.Run(compilation));
        using var stream = new MemoryStream();
        var result = output.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        stream.Position = 0;
        _assembly = new AssemblyLoadContext(name: null).LoadFromStream(stream);
    }

    public Type TypeOf(string name) => _assembly.GetType(name, throwOnError: true)!;

    /// <summary>Creates the dispatcher of a connection as the server does.</summary>
    public IMessageDispatcher Connect(string type, FakeConnection connection, IServiceProvider services)
        => (IMessageDispatcher)typeof(CompiledApp)
            .GetMethod(nameof(Build), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(TypeOf(type))
            .Invoke(null, [connection, services])!;

    public void MapSockJSEndpoints(IEndpointRouteBuilder endpoints)
        => Assert.IsType<SockJSEndpointConventionBuilder>(
            TypeOf("Microsoft.AspNetCore.Builder.GeneratedSockJSEndpoints").GetMethod("MapSockJSEndpoints")!.Invoke(null, [endpoints]));

    // As the server does it, without routes and sessions.
    private static Utf8Dispatcher Build<T>(FakeConnection connection, IServiceProvider services)
        where T : class, ISockJSEndpoint<T>
    {
        var options = new SockJSOptions();
        var endpoint = T.Describe();
        using var settings = new ServiceCollection().AddOptions().BuildServiceProvider();
        using var meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        Func<PayloadSender, object>? create = endpoint.Client is { } client ? client.Create : null;
        connection.Format = new MessageFormats(settings, options, endpoint.Prefix)
            .Create(endpoint.Shape, endpoint.JsonContext, endpoint.KeepsJsonOptions, create);
        var metrics = new SockJSMetrics(meters.GetRequiredService<IMeterFactory>(), endpoint.Prefix);
        var failures = new FailureHandler(options, metrics, NullLogger.Instance, TimeProvider.System);
        return new Utf8Dispatcher(new HandlerDispatcher<T>(endpoint.Build(connection.Format), failures, connection, services));
    }
}
