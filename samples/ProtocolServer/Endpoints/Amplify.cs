using System.Globalization;

namespace ProtocolServer.Endpoints;

/// <summary>Answers the message <c>n</c> with 2^n letters, so that a client can ask for large messages.</summary>
[SockJSEndpoint("/amplify")]
public sealed partial class Amplify
{
    private const int Least = 1;
    private const int Most = 18;

    /// <summary>Answers one message; what is no number in range counts as 1.</summary>
    [OnMessage]
    public string Answer(string message)
    {
        var valid = int.TryParse(message, NumberStyles.Integer, CultureInfo.InvariantCulture, out var exponent)
            && exponent is >= Least and <= Most;
        return new string('x', 1 << (valid ? exponent : Least));
    }
}
