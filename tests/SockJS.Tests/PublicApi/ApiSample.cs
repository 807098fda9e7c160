using System.ComponentModel;

namespace SockJS.Tests.PublicApi;

[EditorBrowsable(EditorBrowsableState.Never)]
internal abstract class ApiSample<T> : EventArgs, IDisposable, IApiSecret
    where T : class, IFormattable, new()
{
    public const string Constant = "text";

    protected ApiSample(string? name = null, int count = 3, bool flag = true) => (Settable, Hidden) = (name, flag ? count : 0);

    public required string Required { get; init; }

    public string? Settable { get; set; }

    public int Hidden { get; private set; }

    public static Task<string?> RunAsync<TResult>(in DateTime time, CancellationToken cancellationToken = default)
        => Task.FromResult<string?>($"{time}{cancellationToken}{typeof(TResult)}");

    public abstract Dictionary<string, List<T?>> Abstract(ref int number, out string? text, params object?[] rest);

    public override string ToString() => Private();

    public void Dispose() => GC.SuppressFinalize(this);

    internal static string Private() => "";

    protected virtual string? Virtual(int? number) => $"{number}";
}
