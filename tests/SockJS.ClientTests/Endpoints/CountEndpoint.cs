using System.Globalization;

namespace SockJS.ClientTests.Endpoints;

/// <summary>Answers a number with as many messages.</summary>
[SockJSEndpoint("/count")]
public sealed partial class CountEndpoint
{
    /// <summary>Makes the message with a number, of a length that fills small responses soon.</summary>
    public static string Message(int number) => number.ToString(CultureInfo.InvariantCulture).PadRight(100, '.');

    [OnMessage]
    public async IAsyncEnumerable<string> OnMessage(string count)
    {
        for (var number = 0; number < int.Parse(count, CultureInfo.InvariantCulture); number++)
        {
            yield return Message(number);
            await Task.Yield();
        }
    }
}
