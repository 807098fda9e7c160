using SockJS.Generators.Helpers;

namespace SockJS.Generators.Model;

/// <summary>The session manager of an endpoint.</summary>
/// <param name="Type">The class.</param>
/// <param name="Arguments">What its constructor is called with.</param>
internal sealed record ManagerModel(string Type, EquatableArray<ArgumentModel> Arguments);
