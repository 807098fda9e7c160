using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Reads the client interface that an endpoint names.</summary>
internal static class ClientParser
{
    private const string Client = nameof(Client);

    /// <summary>Reads the interface, if there is one.</summary>
    /// <returns>Whether there is none, or one that can be implemented.</returns>
    public static bool TryParse(ParserContext context, out ClientModel? model)
    {
        model = null;
        if (context.Attribute?.FindNamedArgument(Client) is not { } argument || argument.IsNull)
            return true;
        if (argument.Value is not ITypeSymbol type || type.IsError())
            return false;

        if (FindProblem(type, context) is { } problem)
        {
            context.Report(context.Kind.ClientRule, Place(context.Attribute, context.CancellationToken), type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), problem);
            return false;
        }

        var client = (INamedTypeSymbol)type;
        if (TryParseMethods(client, context) is not { } methods)
            return false;
        context.Warnings.AddFrom(client);
        model = new ClientModel(CSharpText.Type(client), ClassName(context), methods);
        return true;
    }

    /// <summary>Where an endpoint names the interface.</summary>
    public static Location Place(AttributeData attribute, CancellationToken cancellationToken) => Locations.NamedArgument(attribute, Client, cancellationToken);

    private static string? FindProblem(ITypeSymbol type, ParserContext context)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Interface } client)
            return "it is no interface";
        if (client.IsUnboundGenericType)
            return "its type parameters are open";
        if (client.IsLocalToFile())
            return "it is local to its file";
        return context.Compilation.IsSymbolAccessibleWithin(client, context.Compilation.Assembly) ? null : "it is hidden inside its outer type";
    }

    private static EquatableArray<ClientMethodModel>? TryParseMethods(INamedTypeSymbol client, ParserContext context)
    {
        var methods = new List<ClientMethodModel>();
        var senders = new Dictionary<string, ISymbol>(StringComparer.Ordinal);
        var isValid = true;
        foreach (var member in MembersToImplement(client))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var method = ClientMethodParser.TryParse(member, client, context);
            isValid &= method is not null && CheckDistinct(member, method.Message, client, senders, context);
            if (method is not null)
                methods.Add(method);
        }

        return isValid ? methods.ToEquatableArray() : null;
    }

    // What has an implementation in the interface, or in one derived from it, is left as it is.
    private static IEnumerable<ISymbol> MembersToImplement(INamedTypeSymbol client)
        => client.AllInterfaces.Insert(0, client)
            .SelectMany(part => part.GetMembers())
            .Where(member => member.IsAbstract
                && member is not (IMethodSymbol { AssociatedSymbol: not null } or IMethodSymbol { ExplicitInterfaceImplementations: [_, ..] } or ITypeSymbol)
                && client.FindImplementationForInterfaceMember(member) is not { IsAbstract: false });

    private static bool CheckDistinct(
        ISymbol member, string message, INamedTypeSymbol client, Dictionary<string, ISymbol> senders, ParserContext context)
    {
        if (!senders.TryGetValue(message, out var other))
        {
            senders.Add(message, member);
            return true;
        }

        ClientMethodParser.Report(client, Locations.Identifier(member), $"'{member.Name}' sends the message '{message}', as '{other.Name}' does", context);
        return false;
    }

    // The class is found before any other of its name, and what generated code names must not turn out to be it.
    private static string ClassName(ParserContext context)
    {
        var @namespace = context.Compilation.GetCompilationNamespace(context.Class.ContainingNamespace) ?? context.Class.ContainingNamespace;
        var name = context.Class.Name + "Client";
        while (@namespace.GetMembers(name).Any())
            name += "_";
        return name;
    }
}
