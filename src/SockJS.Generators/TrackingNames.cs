namespace SockJS.Generators;

/// <summary>Names of the steps of the pipeline; tests look at each of them.</summary>
internal static class TrackingNames
{
    public const string Parse = nameof(Parse);
    public const string Models = nameof(Models);
    public const string AmbiguousFiles = nameof(AmbiguousFiles);
    public const string Files = nameof(Files);
    public const string Registration = nameof(Registration);
    public const string Registrations = nameof(Registrations);
    public const string Library = nameof(Library);
}
