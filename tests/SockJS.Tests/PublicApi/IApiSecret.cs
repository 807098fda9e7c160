namespace SockJS.Tests.PublicApi;

/// <summary>Known to its own assembly only, so that it is no part of the API of what implements it.</summary>
internal interface IApiSecret;
