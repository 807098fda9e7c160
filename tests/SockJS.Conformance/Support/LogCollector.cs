using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SockJS.Conformance.Support;

/// <summary>Keeps what a server logs at Error and above, for no client may be able to cause that.</summary>
internal sealed class LogCollector : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _errors = new();

    public void AssertNoErrors()
    {
        // Taken out, so that the next test is not blamed for them too.
        var errors = TakeErrors();
        Assert.True(errors.Count == 0, "The server logged an error: " + string.Join(Environment.NewLine, errors));
    }

    /// <summary>Takes out what a test provoked on purpose.</summary>
    public IReadOnlyList<string> TakeErrors()
    {
        var taken = new List<string>();
        while (_errors.TryDequeue(out var error))
            taken.Add(error);
        return taken;
    }

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _errors);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<string> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Error and not LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                errors.Enqueue($"{category} [{eventId}] {formatter(state, exception)} {exception}");
        }
    }
}
