using System.Text.Json;
using SockJS.Dispatch;
using SockJS.Payloads;

namespace SockJS.SourceGeneration;

/// <summary>A method that takes members of the payload.</summary>
internal sealed class MembersRoute<T>(MemberReader[] readers, JsonReaderOptions reading, MembersHandler<T> invoke, bool isStream) : MessageRoute<T>(isStream)
{
    private const int MaxOnStack = 16;

    private readonly MemberFinder _finder = new(readers, reading);

    public override ValueTask InvokeAsync(T handler, SockJSConnection connection, IServiceProvider services, Payload payload)
    {
        Span<Range> values = readers.Length <= MaxOnStack ? stackalloc Range[readers.Length] : new Range[readers.Length];
        _finder.Find(payload.Utf8, values);
        return invoke(handler, connection, services, new PayloadMembers(readers, payload.Utf8, values));
    }
}
