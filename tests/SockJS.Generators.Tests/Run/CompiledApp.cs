using System.Reflection;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SockJS.Dispatch;
using SockJS.Generators.Tests.Infrastructure;
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
        var output = GeneratorTest.Run(compilation);
        using var stream = new MemoryStream();
        var result = output.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        stream.Position = 0;
        _assembly = new AssemblyLoadContext(name: null).LoadFromStream(stream);
    }

    public Type TypeOf(string name) => _assembly.GetType(name, throwOnError: true)!;

    /// <summary>Creates the dispatcher of a connection as the server does.</summary>
    public IMessageDispatcher Connect(string type, SockJSConnection connection, IServiceProvider services)
        => (IMessageDispatcher)typeof(CompiledApp)
            .GetMethod(nameof(Build), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(TypeOf(type))
            .Invoke(null, [connection, services])!;

    public void MapSockJSEndpoints(IEndpointRouteBuilder endpoints)
        => Assert.IsType<SockJSEndpointConventionBuilder>(
            TypeOf("Microsoft.AspNetCore.Builder.GeneratedSockJSEndpoints").GetMethod("MapSockJSEndpoints")!.Invoke(null, [endpoints]));

    private static IMessageDispatcher Build<T>(SockJSConnection connection, IServiceProvider services)
        where T : class, ISockJSEndpoint<T>
        => T.Describe().Build()(connection, services);
}
