namespace SockJS.Generators.Diagnostics;

/// <summary>The ids, never used twice: 0xx endpoints, prefixes and options, 1xx handlers and channels, 2xx payloads, 3xx namespaces of Socket.IO.</summary>
internal static class DiagnosticIds
{
    public const string InvalidPrefix = "SOCKJS001";
    public const string DuplicatePrefix = "SOCKJS002";
    public const string ReservedPath = "SOCKJS003";
    public const string NotPartial = "SOCKJS004";
    public const string UnsupportedClass = "SOCKJS005";
    public const string AmbiguousConstructor = "SOCKJS006";
    public const string UnsupportedConstructorParameter = "SOCKJS007";
    public const string RequiredMember = "SOCKJS008";
    public const string AttributeNotCopied = "SOCKJS009";
    public const string OriginlessTransport = "SOCKJS010";
    public const string AnyOriginWithCookies = "SOCKJS011";
    public const string InvalidManager = "SOCKJS012";

    public const string HandlerOutsideEndpoint = "SOCKJS101";
    public const string NoHandlers = "SOCKJS102";
    public const string SeveralHandlers = "SOCKJS103";
    public const string UnsupportedMethod = "SOCKJS104";
    public const string UnsupportedParameter = "SOCKJS105";
    public const string SeveralMessages = "SOCKJS106";
    public const string UnsupportedReturnType = "SOCKJS107";
    public const string AsyncVoid = "SOCKJS108";
    public const string DuplicateName = "SOCKJS109";
    public const string InvalidName = "SOCKJS110";
    public const string EndlessStream = "SOCKJS111";
    public const string ReplyWithoutResult = "SOCKJS112";

    public const string InvalidTopic = "SOCKJS121";
    public const string DuplicateTopic = "SOCKJS122";
    public const string EndpointAndChannel = "SOCKJS123";

    public const string PayloadNotListed = "SOCKJS201";
    public const string InvalidJsonContext = "SOCKJS202";
    public const string FlatPayload = "SOCKJS203";
    public const string InvalidClient = "SOCKJS204";
    public const string FieldsOnly = "SOCKJS205";

    public const string InvalidNamespace = "SOCKJS301";
    public const string DuplicateNamespace = "SOCKJS302";
    public const string InvalidEvent = "SOCKJS303";
    public const string DuplicateEvent = "SOCKJS304";
    public const string SeveralSocketHandlers = "SOCKJS305";
    public const string UnsupportedArgument = "SOCKJS306";
    public const string UnsupportedResult = "SOCKJS307";
    public const string AckWithResult = "SOCKJS308";
    public const string InvalidNamespaceValue = "SOCKJS309";
    public const string InvalidEventClient = "SOCKJS310";
    public const string HandlerOutsideNamespace = "SOCKJS311";
    public const string AnswerOfMany = "SOCKJS312";
}
