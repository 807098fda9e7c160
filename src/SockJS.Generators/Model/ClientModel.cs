using SockJS.Generators.Helpers;

namespace SockJS.Generators.Model;

/// <summary>The client interface of a class.</summary>
/// <param name="Type">The interface.</param>
/// <param name="ClassName">The class that implements it.</param>
/// <param name="Methods">Its methods, those of base interfaces included.</param>
internal sealed record ClientModel(string Type, string ClassName, EquatableArray<ClientMethodModel> Methods);

/// <summary>A method of a client interface.</summary>
internal sealed record ClientMethodModel
{
    /// <summary>Gets the interface that declares the method.</summary>
    public required string Interface { get; init; }

    public required string Name { get; init; }

    /// <summary>Gets the name of the message that it sends.</summary>
    public required string Message { get; init; }

    public required EquatableArray<ClientParameterModel> Parameters { get; init; }

    /// <summary>Gets a value indicating whether the method returns a <c>Task</c> instead of a <c>ValueTask</c>.</summary>
    public required bool ReturnsTask { get; init; }

    /// <summary>Gets the type of the answer that the method waits for, as it was declared; <see langword="null"/> if it waits for none.</summary>
    public string? Answer { get; init; }
}

/// <summary>A parameter of such a method.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="DeclaredType">Its type with what it says of null.</param>
/// <param name="IsToken">Whether it is the cancellation token.</param>
internal sealed record ClientParameterModel(string Name, string Type, string DeclaredType, bool IsToken);
