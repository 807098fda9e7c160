namespace SockJS.Generators.Model;

/// <summary>The JSON context of an endpoint.</summary>
/// <param name="Type">The class.</param>
/// <param name="KeepsOptions">Whether it has settings of its own.</param>
internal sealed record JsonContextModel(string Type, bool KeepsOptions);
