namespace SockJS.Tests.Support;

/// <summary>A handler that notes what its methods were given.</summary>
internal sealed class TypedHandler
{
    private readonly List<string> _calls = [];

    /// <summary>Gets the calls. A connection handles its messages one at a time, on the thread that brings them.</summary>
    public IReadOnlyList<string> Calls => _calls;

    public ValueTask Note(string call)
    {
        _calls.Add(call);
        return default;
    }
}
