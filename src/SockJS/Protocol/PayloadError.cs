namespace SockJS.Protocol;

/// <summary>What is wrong with the body of a send request.</summary>
internal enum PayloadError
{
    None,
    PayloadExpected,
    BrokenJson,
}
