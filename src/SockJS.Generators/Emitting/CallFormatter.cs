using System;
using System.Linq;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes calls of the user's constructor and methods, inside lambdas whose parameters have fixed names.</summary>
internal static class CallFormatter
{
    public const string Services = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions";
    private const string KeyedServices = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions";

    /// <summary>The body of a lambda that calls a handler and returns a <c>ValueTask</c>.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="reply">The local that sends its result, if it is not text.</param>
    public static string Body(HandlerModel handler, string? reply = null)
    {
        var call = Call(handler);
        return handler.Result.Kind switch
        {
            ResultKind.None => Block(call, "default"),
            ResultKind.Task => $"new global::System.Threading.Tasks.ValueTask({call})",
            ResultKind.ValueTask => call,
            ResultKind.Text => $"global::SockJS.SourceGeneration.HandlerResult.SendAsync(connection, {call})",
            // A local serves both a task of T and one of T?, which are two types for the compiler.
            ResultKind.Value => $"{reply}.SendAsync(connection, {call}{(handler.Result.MayHoldNull ? "!" : "")})",
            _ => throw new ArgumentOutOfRangeException(nameof(handler)),
        };
    }

    /// <summary>The list of arguments, in parentheses. Services are long, so with one of them each argument has a line of its own.</summary>
    public static string Arguments(EquatableArray<ArgumentModel> arguments)
    {
        var isLong = arguments.Any(argument => argument.Source == ArgumentSource.Service);
        return isLong
            ? CSharpText.Indent($"(\n{string.Join(",\n", arguments.Select(Argument))})")
            : $"({string.Join(", ", arguments.Select(Argument))})";
    }

    /// <summary>The call of a handler.</summary>
    public static string Call(HandlerModel handler) => $"self.{handler.Method}{Arguments(handler.Arguments)}";

    /// <summary>A block that calls and then returns something else.</summary>
    public static string Block(string call, string result)
        => call.Contains("\n")
            ? $"\n{CSharpText.Indent($"{{\n{call};\nreturn {result};")}\n}}"
            : $"{{ {call}; return {result}; }}";

    private static string Argument(ArgumentModel argument)
    {
        var value = argument.Source switch
        {
            ArgumentSource.Connection => "connection",
            ArgumentSource.Closed => "connection.Closed",
            ArgumentSource.NoCancellation => "global::System.Threading.CancellationToken.None",
            ArgumentSource.Services => "services",
            ArgumentSource.Service => Service(argument),
            ArgumentSource.Payload => "payload",
            ArgumentSource.Member => $"members.Get<{argument.Type}>({argument.Index})",
            ArgumentSource.CloseReason => "reason",
            ArgumentSource.Socket => "socket",
            ArgumentSource.Disconnected => "socket.Disconnected",
            ArgumentSource.NamespaceValue => $"socket.NamespaceValues[{argument.Key}]",
            ArgumentSource.Client => $"global::SockJS.SocketIO.SocketIOClientExtensions.Client<{argument.Type}>(socket)",
            ArgumentSource.Auth => "auth",
            ArgumentSource.EventName => "call.Name",
            ArgumentSource.EventArgument => $"call.Get<{argument.Type}>({argument.Index})",
            ArgumentSource.EventArguments => "call.Arguments",
            ArgumentSource.Ack => "call.Ack",
            _ => throw new ArgumentOutOfRangeException(nameof(argument)),
        };
        return argument.Name is null ? value : $"{argument.Name}: {value}";
    }

    private static string Service(ArgumentModel argument) => (argument.Key, argument.IsOptional) switch
    {
        (null, false) => $"{Services}.GetRequiredService<{argument.Type}>(services)",
        (null, true) => $"{Services}.GetService<{argument.Type}>(services)!",
        (var key, false) => $"{KeyedServices}.GetRequiredKeyedService<{argument.Type}>(services, {key})",
        (var key, true) => $"{KeyedServices}.GetKeyedService<{argument.Type}>(services, {key})!",
    };
}
