namespace ChatSample.Users;

/// <summary>What a visitor types to sign in.</summary>
internal sealed record SignInRequest(string? Name);
