namespace SockJS.Tests.PublicApi;

internal readonly struct ApiSampleValue
{
    public static implicit operator ApiSampleValue(string? text) => text is null ? default : new ApiSampleValue();
}
